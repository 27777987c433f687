package dev.katman.ui.kit;

import javafx.scene.control.TextField;

/** A line for words that are looked for. Takes as many as anybody looks for: a whole document, pasted by mistake, would hold up the window. */
public final class SearchField extends TextField {
    /** Letters: some thirty words. */
    static final int LONGEST = 200;

    /** What is typed or pasted; of what is too long the beginning goes in. No {@code TextFormatter} does it: with one JavaFX keeps Esc to itself. */
    @Override
    public void replaceText(int start, int end, String text) {
        int room = Math.max(0, LONGEST - (getLength() - (end - start)));
        super.replaceText(start, end, text.length() <= room ? text
                : text.substring(0, room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room));
    }
}
