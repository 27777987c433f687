package dev.katman.exchange;

/**
 * What a model has said.
 *
 * @param thought before the answer; may be empty
 * @param text    the answer; may be empty where it was broken off
 */
record Spoken(String thought, String text) {
    static final Spoken NOTHING = new Spoken("", "");

    boolean isBlank() {
        return thought.isBlank() && text.isBlank();
    }
}
