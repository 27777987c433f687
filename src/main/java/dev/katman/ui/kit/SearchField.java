package dev.katman.ui.kit;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** A line for words that are looked for. Takes as many as anybody looks for: a whole document, pasted by mistake, would hold up the window. */
public final class SearchField extends TextField {
    /** Letters: some thirty words. */
    static final int LONGEST = 200;

    public SearchField() {
        setTextFormatter(new TextFormatter<>(SearchField::fitted));
    }

    /** Of what is too long the beginning goes in. */
    private static TextFormatter.Change fitted(TextFormatter.Change change) {
        int over = change.getControlNewText().length() - LONGEST;
        if (over > 0) {
            String text = change.getText();
            int room = Math.max(0, text.length() - over);
            change.setText(room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? text.substring(0, room - 1) : text.substring(0, room));
            int end = change.getRangeStart() + change.getText().length();
            change.selectRange(end, end);
        }
        return change;
    }
}
