package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Model;
import dev.katman.catalog.Provider;
import dev.katman.provider.ChatClient;
import dev.katman.provider.Endpoint;
import dev.katman.provider.ModelList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Model servers of the user's own on this machine: looked for where the catalogue says they would be. */
final class LocalServers {
    /** A server on this machine answers at once or is busy; nobody waits longer for the window. */
    private static final Duration PATIENCE = Duration.ofMillis(700);
    /** A small context that every chat model has: nobody tells us the real one. Tokens. */
    private static final int CONTEXT = 8192;
    /** As a last resort the first few will do. */
    private static final int MOST_MODELS = 3;
    private static final Pattern NO_CHAT = Pattern.compile("(?i)embed|rerank|whisper|tts|bge-|clip");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._:/-]");

    private LocalServers() {
    }

    /**
     * What runs here: each model without limits, so that it serves when nobody else can.
     */
    static Map<Provider, List<Deployment>> look(Catalog catalog, ChatClient client) {
        Executor threads = task -> Thread.ofVirtual().start(task);
        Map<Provider, CompletableFuture<ModelList>> asked = new LinkedHashMap<>();
        catalog.providers().stream().filter(p -> p.kind() == Provider.Kind.LOCAL).forEach(p -> asked.put(p, CompletableFuture
                .supplyAsync(() -> client.models(new Endpoint(p.baseUrl().orElseThrow(), Optional.empty())), threads)
                .completeOnTimeout(new ModelList.Served(Set.of()), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));
        var found = new LinkedHashMap<Provider, List<Deployment>>();
        var models = new ArrayList<>(catalog.models());
        asked.forEach((provider, list) -> {
            if (list.join() instanceof ModelList.Served(var names)) {
                List<Deployment> here = names.stream().filter(n -> !NO_CHAT.matcher(n).find()).limit(MOST_MODELS)
                        .map(name -> deployment(provider, name, models)).toList();
                if (!here.isEmpty()) {
                    found.put(provider, here);
                }
            }
        });
        return found;
    }

    private static Deployment deployment(Provider provider, String name, List<Model> models) {
        String id = NO_NAME.matcher(name).replaceAll("-");
        Model model = models.stream().filter(m -> m.id().equals(id)).findFirst().orElseGet(() -> {
            var found = new Model(id, name, CONTEXT, Model.Vocabulary.OTHER, false);
            models.add(found);
            return found;
        });
        return new Deployment(model, provider, name, Limits.NONE, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
}
