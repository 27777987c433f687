package dev.katman.exchange;

import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.settings.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policy in force: the reader's own if there is one, else the catalogue's. A new one holds at once, for every thread. */
public final class Policies implements Supplier<Policy> {
    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
    private static final String NAME = "policy";
    /** As it is kept: one value, so that a crash leaves a whole one. */
    private static final String NONE = "-";

    private final Policy catalogues;
    private final Preferences preferences;
    private volatile Policy now;

    public Policies(Policy catalogues, Preferences preferences) {
        this.catalogues = catalogues;
        this.preferences = preferences;
        now = preferences.get(NAME).flatMap(text -> read(text, catalogues)).orElse(catalogues);
    }

    @Override
    public Policy get() {
        return now;
    }

    /** What holds where the reader has chosen nothing. */
    public Policy catalogues() {
        return catalogues;
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same */
    public void choose(Policy policy) {
        now = policy;
        preferences.put(NAME, write(policy));
    }

    private static String write(Policy policy) {
        return policy.mode().name().toLowerCase(Locale.ROOT) + " " + policy.workBelow() + " " + policy.deepAbove() + " "
                + (policy.localFrom().isPresent() ? String.valueOf(policy.localFrom().getAsDouble()) : NONE) + " "
                + policy.values().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Optional<Policy> read(String text, Policy catalogues) {
        String[] parts = text.split(" ");
        try {
            return Optional.of(new Policy(Mode.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3].equals(NONE) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[3])),
                    parts.length == 4 ? catalogues.values() : Stream.of(parts[4].split(",")).map(Double::valueOf).toList()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("the policy in the preferences makes no sense and is left aside: {}", text);
            return Optional.empty();
        }
    }
}
