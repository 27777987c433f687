package dev.katman.ui.chat;

import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Scripts;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** Where one writes: as high as the text, from one line to eight. */
class WritingArea extends TextArea {
    private static final double LEAST = 40;
    /** Eight lines of 14-pixel text and their padding. */
    private static final double MOST = 184;
    /** The text's padding on either side, as the stylesheet has it, and a hair for rounding. */
    private static final double SIDE = 9;
    /** More than {@link #MOST} has room for, so that a long text is not measured whole with each letter. Characters and lines. */
    private static final int MEASURED = 6_000;
    private static final int MEASURED_LINES = 12;

    private final Text measure = new Text();

    /** @param prompt stands there while there is no text */
    WritingArea(String prompt) {
        setPromptText(prompt);
        setMinHeight(LEAST);
        setMaxHeight(MOST);
        setPrefHeight(LEAST);
        Parts.leavesByTab(this);
        measure.fontProperty().bind(fontProperty());
        textProperty().addListener((text, before, now) -> grow());
        widthProperty().addListener((width, before, now) -> grow());
        fontProperty().addListener((font, before, now) -> grow());
    }

    private static String beginning(String text) {
        int end = Math.min(text.length(), MEASURED);
        int line = text.indexOf('\n');
        for (int lines = 1; lines < MEASURED_LINES && line >= 0; lines++) {
            line = text.indexOf('\n', line + 1);
        }
        return text.substring(0, line < 0 ? end : Math.min(end, line));
    }

    private void grow() {
        boolean wraps = Scripts.mayWrap(getText());
        setWrapText(wraps);
        measure.setWrappingWidth(wraps ? Math.max(40, getWidth() - 2 * SIDE) : 0);
        String text = getText().isEmpty() ? getPromptText() : beginning(getText()); // also a prompt may need more than a line
        measure.setText(text.endsWith("\n") ? text + " " : text);
        setPrefHeight(Math.clamp(Math.ceil(measure.getLayoutBounds().getHeight()) + 18, LEAST, MOST));
    }
}
