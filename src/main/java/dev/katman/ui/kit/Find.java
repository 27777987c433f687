package dev.katman.ui.kit;

/**
 * Something that the palette leads to and that comes and goes: a conversation, a model.
 *
 * @param id    by which it is known again, of letters, digits and the like; no comma
 * @param title what it is called
 * @param kind  what it is, in a word or two
 */
public record Find(String id, String title, String kind, Runnable go) {
    public Find {
        if (id.isEmpty() || id.contains(",")) {
            throw new IllegalArgumentException("not a name to be kept: " + id);
        }
    }
}
