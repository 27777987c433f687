package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Secret;
import dev.katman.provider.Endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A program of its own that asks a model that thinks and says aloud what comes, thought and answer, until somebody kills it. */
final class Writer {
    private Writer() {
    }

    /** @param arguments the data folder, the provider's address, its token, the instant, the message */
    public static void main(String[] arguments) throws Exception {
        var endpoint = new Endpoint(URI.create(arguments[1]), Optional.of(new Secret(arguments[2])));
        var program = new Program(Path.of(arguments[0]), CatalogReader.embedded(), new MovableClock(arguments[3]), endpoint, 1);
        program.exchange.send(new Ask(Optional.empty(), arguments[4], Optional.of(Tier.DEEP), Optional.empty()), event -> {
            switch (event) {
                case ExchangeEvent.Thinking(var delta) -> say(delta);
                case ExchangeEvent.Text(var delta) -> say(delta);
                case ExchangeEvent other -> { }
            }
        }, new Cancellation());
    }

    private static void say(String delta) {
        System.out.print(delta);
        System.out.flush();
    }
}
