package dev.katman.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A sentence about what has just been done; takes no room while there is none. */
final class Said extends Label {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    Said() {
        getStyleClass().add("settings-said");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void say(Tone tone, String sentence) {
        pseudoClassStateChanged(GOOD, tone == Tone.GOOD);
        pseudoClassStateChanged(BAD, tone == Tone.BAD);
        setText(sentence);
        setVisible(!sentence.isEmpty());
    }
}
