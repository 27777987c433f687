package dev.katman.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of one JSON object, taken out one by one with what each must be. */
final class Fields {
    private final Located object;
    private final Map<String, Located> fields;

    @SuppressWarnings("unchecked") // Located.value holds what Located.read put there
    private Fields(Located object) {
        this.object = object;
        this.fields = (Map<String, Located>) object.value();
    }

    /** @param known every field that may be there: an unknown one is refused, because it is most often a known one misspelt */
    static Fields of(Located located, String... known) {
        if (!(located.value() instanceof Map)) {
            throw located.expected("an object { … }");
        }
        var fields = new Fields(located);
        Set<String> names = Set.of(known);
        fields.fields.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw value.expected("one of the fields " + String.join(", ", known));
            }
        });
        return fields;
    }

    Located where() {
        return object;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Located at(String name) {
        return fields.get(name);
    }

    <T> T need(String name, String what, Function<Located, T> read) {
        Located value = fields.get(name);
        if (value == null) {
            throw object.expected("a field \"" + name + "\" (" + what + ")");
        }
        return read.apply(value);
    }

    <T> Optional<T> may(String name, Function<Located, T> read) {
        return Optional.ofNullable(fields.get(name)).map(read);
    }

    static String text(Located value) {
        if (value.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw value.expected("a text in quotes, not empty");
    }

    static boolean flag(Located value) {
        if (value.value() instanceof Boolean flag) {
            return flag;
        }
        throw value.expected("true or false");
    }

    static Function<Located, Long> whole(long least, long most) {
        return value -> {
            if (value.value() instanceof Long number && number >= least && number <= most) {
                return number;
            }
            throw value.expected("a whole number from " + least + " to " + most);
        };
    }

    static Function<Located, Integer> small(int least, int most) {
        return whole(least, most).andThen(Long::intValue);
    }

    static double share(Located value) {
        double number = value.value() instanceof Double fraction ? fraction : value.value() instanceof Long whole ? whole : -1;
        if (number >= 0 && number <= 1) {
            return number;
        }
        throw value.expected("a number from 0 to 1");
    }

    /** A constant, written in small letters with hyphens. */
    static <E extends Enum<E>> Function<Located, E> one(Class<E> type) {
        return value -> {
            String text = text(value);
            for (E constant : type.getEnumConstants()) {
                if (written(constant).equals(text)) {
                    return constant;
                }
            }
            throw value.expected("one of " + Arrays.stream(type.getEnumConstants()).map(Fields::written)
                    .collect(Collectors.joining(", ")));
        };
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @SuppressWarnings("unchecked") // as above
    static List<Located> list(Located value) {
        if (value.value() instanceof List) {
            return (List<Located>) value.value();
        }
        throw value.expected("a list [ … ]");
    }
}
