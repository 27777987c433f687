package dev.katman.exchange;

import java.util.List;

/**
 * What a search came to.
 *
 * @param titles   conversations whose title holds the words, the one last spoken in first
 * @param messages messages that hold them, the newest first
 * @param instead  what could be looked for where nothing was found, the best first; each of these finds something
 * @param all      whether everything that was said was looked through; not while a new index is still being written
 */
public record Found(List<SearchHit> titles, List<SearchHit> messages, List<String> instead, boolean all) {
    public Found {
        titles = List.copyOf(titles);
        messages = List.copyOf(messages);
        instead = List.copyOf(instead);
    }

    public boolean isEmpty() {
        return titles.isEmpty() && messages.isEmpty();
    }
}
