package dev.katman.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every text for people, in one language. A text may hold {@code {0}}, {@code {1}}, …; numbers put there are written the language's way.
 * An apostrophe is an apostrophe: {@code java.text.MessageFormat} would eat those that Turkish puts behind every name.
 */
public final class Texts {
    /** One file a language for each of these, so that a room's texts stand together. */
    private static final List<String> FILES = List.of("words", "cli", "ui");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    public static Texts in(Language language) {
        var all = new TreeMap<String, String>();
        for (String file : FILES) {
            String name = "/texts/" + file + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
            var properties = new Properties();
            try (var in = Texts.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new MissingResourceException("no texts " + name, name, "");
                }
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name, e);
            }
            properties.stringPropertyNames().forEach(key -> {
                if (all.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("two texts for " + key);
                }
            });
        }
        return new Texts(language, all);
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    /** Every key, for the test that compares the languages. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    /**
     * The text, with its places filled.
     *
     * @throws MissingResourceException if there is none: a fault in the program, found by a test
     */
    public String get(String key, Object... values) {
        String text = byKey.get(key);
        if (text == null) {
            throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
        }
        return values.length == 0 ? text : PLACE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(
                written(values[Integer.parseInt(m.group(1))])));
    }

    /** The text {@code key.one} for 1, else {@code key.other}; the count is {@code {0}}. Turkish nouns stay singular after a number. */
    public String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".other"), count);
    }

    private String written(Object value) {
        return value instanceof Number number ? number(number) : String.valueOf(value);
    }

    /** A number with the language's own separators, at most two digits after the comma. */
    public String number(Number number) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }
}
