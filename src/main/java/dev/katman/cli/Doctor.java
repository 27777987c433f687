package dev.katman.cli;

import dev.katman.catalog.Deployment;
import dev.katman.catalog.Provider;
import dev.katman.exchange.Providers;
import dev.katman.exchange.Trouble;
import dev.katman.provider.Failure;
import dev.katman.settings.Keys;
import dev.katman.words.Words;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at everything that can keep Katman from answering, and says how to mend it. */
final class Doctor {
    private final Session session;
    private final Console console;
    private final Words words;
    private boolean well = true;

    Doctor(Session session, Console console) {
        this.session = session;
        this.console = console;
        this.words = session.words();
    }

    /** @return 0 if nothing needs mending, else 1 */
    int run(boolean screen) {
        good("cli.doctor.data", session.home());
        if (screen) {
            good("cli.doctor.screen");
        } else {
            note("cli.doctor.no_screen");
        }
        Map<String, Optional<Failure>> asked = session.exchange().checkProviders();
        for (Provider provider : session.catalog().providers()) {
            if (asked.containsKey(provider.id())) {
                asked.get(provider.id()).ifPresentOrElse(
                        why -> bad("cli.doctor.provider_fails", provider.name(), words.failure(why), where(provider)),
                        () -> good("cli.doctor.provider", provider.name()));
            } else if (provider.kind() == Provider.Kind.LOCAL) {
                note("cli.doctor.no_local", provider.name(), provider.baseUrl().orElseThrow());
            } else {
                noKey(provider);
            }
        }
        session.exchange().troubles().forEach(trouble -> {
            if (trouble instanceof Trouble.ModelGone) {
                well = false;
                console.out().println("✗ " + words.trouble(trouble));
            }
        });
        LocalDate today = LocalDate.now(session.clock());
        session.catalog().deployments().stream().filter(d -> d.isRetired(today) && asked.containsKey(d.provider().id()))
                .forEach(this::retired);
        console.out().println(words.texts().get(well ? "cli.doctor.well" : "cli.doctor.mend"));
        return well ? 0 : 1;
    }

    private void noKey(Provider provider) {
        if (key(provider) instanceof Keys.Found.Unreachable) {
            bad("cli.doctor.key_unreachable", provider.name());
        } else {
            provider.keyEnv().ifPresent(variable -> note("cli.doctor.no_key", provider.name(), variable));
        }
    }

    /** Where the key lies that a provider was asked with. */
    private String where(Provider provider) {
        return key(provider) instanceof Keys.Found.Key(var secret, var place)
                ? words.texts().get("cli.doctor.key." + place.name().toLowerCase(Locale.ROOT), provider.keyEnv().orElse("–"))
                : words.texts().get("cli.doctor.key.none");
    }

    private Keys.Found key(Provider provider) {
        return session.providers().accesses().stream().filter(a -> a.provider().equals(provider)).map(Providers.Access::key).findFirst()
                .orElseGet(Keys.Found.None::new);
    }

    private void retired(Deployment d) {
        note("cli.doctor.retired", d.id(), d.retired().orElseThrow(), d.successor().orElse("–"));
    }

    private void good(String key, Object... values) {
        console.out().println("✓ " + words.texts().get(key, values));
    }

    private void note(String key, Object... values) {
        console.out().println("· " + words.texts().get(key, values));
    }

    private void bad(String key, Object... values) {
        well = false;
        console.out().println("✗ " + words.texts().get(key, values));
    }
}
