package dev.katman.ui.kit;

import java.util.List;

/** Which way a text is read. */
final class Direction {
    private Direction() {
    }

    /** As its first letter is, like everywhere: Arabic and Hebrew begin on the right, whatever else stands in the line. */
    static boolean isRightToLeft(List<Span> spans) {
        for (Span span : spans) {
            String text = span.text();
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                switch (Character.getDirectionality(text.codePointAt(i))) {
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                        return false;
                    }
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                        return true;
                    }
                    default -> { } // digits and signs are read as what is around them
                }
            }
        }
        return false;
    }
}
