package dev.katman.settings;

import java.util.Locale;

/** The languages that the program speaks. */
public enum Language {
    EN(Locale.ENGLISH, "English"),
    TR(Locale.of("tr", "TR"), "Türkçe");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** For numbers, dates and letters of this language. */
    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** The system's language where we speak it, else English. */
    public static Language of(Locale system) {
        return system.getLanguage().equals("tr") ? TR : EN;
    }
}
