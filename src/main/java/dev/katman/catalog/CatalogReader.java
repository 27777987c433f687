package dev.katman.catalog;

import dev.katman.catalog.Provider.CapField;
import dev.katman.catalog.Provider.Kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads a catalogue document. Either all of it is right, or a {@link CatalogException} names the first thing that is not. */
public final class CatalogReader {
    private static final String EMBEDDED = "/assets/catalog.json";
    private static final String NAME = "letters, digits and . _ : - /";

    private CatalogReader() {
    }

    /** The catalogue that comes with the program. */
    public static Catalog embedded() {
        try (var in = CatalogReader.class.getResourceAsStream(EMBEDDED)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + EMBEDDED, e);
        }
    }

    /** @throws CatalogException if anything in it is wrong */
    public static Catalog read(String json) {
        Fields root = Fields.of(Located.read(json.startsWith("\uFEFF") ? json.substring(1) : json),
                "providers", "models", "deployments", "tiers", "policy");

        List<Located> providerItems = root.need("providers", "a list", Fields::list);
        List<Provider> providers = providerItems.stream().map(CatalogReader::provider).toList();
        Map<String, Provider> providersById = unique(providerItems, providers, Provider::id);
        List<Located> modelItems = root.need("models", "a list", Fields::list);
        List<Model> models = modelItems.stream().map(CatalogReader::model).toList();
        Map<String, Model> modelsById = unique(modelItems, models, Model::id);
        List<Located> deploymentItems = root.need("deployments", "a list", Fields::list);
        List<Deployment> deployments = deploymentItems.stream().map(d -> deployment(d, providersById, modelsById)).toList();
        Map<DeploymentId, Deployment> deploymentsById = unique(deploymentItems, deployments, Deployment::id);
        checkSuccessors(deploymentItems, deployments, modelsById, deploymentsById);

        var tiers = new EnumMap<Tier, TierPlan>(Tier.class);
        for (Located item : root.need("tiers", "a list", Fields::list)) {
            TierPlan plan = tier(item, modelsById);
            if (tiers.put(plan.tier(), plan) != null) {
                throw item.expected("each tier once");
            }
        }
        for (Tier tier : List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP)) {
            if (!tiers.containsKey(tier)) { // tier 0 may be missing: the local judge can do without
                throw root.at("tiers").expected("a tier " + tier.number());
            }
        }
        return new Catalog(providers, models, deployments, tiers, root.may("policy", CatalogReader::policy).orElse(Policy.FOUNDING));
    }

    private static Provider provider(Located item) {
        Fields in = Fields.of(item, "id", "name", "baseUrl", "keyEnv", "embedded", "local", "law", "capField",
                "keyPage");
        String id = in.need("id", NAME, CatalogReader::shortName);
        boolean embedded = in.may("embedded", Fields::flag).orElse(false);
        boolean local = in.may("local", Fields::flag).orElse(false);
        if (embedded && local) {
            throw in.at("local").expected("no \"local\" beside \"embedded\"");
        }
        if (embedded && in.has("baseUrl")) {
            throw in.at("baseUrl").expected("no \"baseUrl\" for the embedded provider: it picks a free port");
        }
        Optional<URI> baseUrl = embedded ? Optional.empty()
                : Optional.of(in.need("baseUrl", "such as https://api.example.org/v1", CatalogReader::url));
        return new Provider(id, in.may("name", Fields::text).orElse(id), baseUrl, in.may("keyEnv", CatalogReader::environmentName),
                embedded ? Kind.EMBEDDED : local ? Kind.LOCAL : Kind.REMOTE,
                in.may("law", CatalogReader::law).orElse(new Law.Draining()),
                in.may("capField", CatalogReader::capField).orElse(CapField.MAX_COMPLETION_TOKENS),
                in.may("keyPage", CatalogReader::url));
    }

    private static CapField capField(Located value) {
        for (CapField field : CapField.values()) {
            if (field.json().equals(value.value())) {
                return field;
            }
        }
        throw value.expected("\"max_completion_tokens\" or \"max_tokens\"");
    }

    private static String shortName(Located value) {
        String text = Fields.text(value);
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._:/-]*")) {
            throw value.expected(NAME);
        }
        return text;
    }

    private static String environmentName(Located value) {
        String text = Fields.text(value);
        if (!text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw value.expected("the name of an environment variable, such as GROQ_API_KEY (never the key itself)");
        }
        return text;
    }

    private static URI url(Located value) {
        String text = Fields.text(value);
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw value.expected("an http or https address (" + e.getMessage() + ")");
        }
        throw value.expected("an http or https address");
    }

    private static Law law(Located value) {
        Fields in = Fields.of(value, "kind", "zone", "time");
        String kind = in.need("kind", "draining or calendar", Fields::text);
        return switch (kind) {
            case "draining" -> {
                if (in.has("zone") || in.has("time")) {
                    throw value.expected("no zone or time for a draining law: it has no midnight");
                }
                yield new Law.Draining();
            }
            case "calendar" -> new Law.Calendar(in.need("zone", "such as UTC or America/Los_Angeles", CatalogReader::zone),
                    in.may("time", CatalogReader::time).orElse(LocalTime.MIDNIGHT));
            default -> throw in.at("kind").expected("\"draining\" or \"calendar\"");
        };
    }

    private static ZoneId zone(Located value) {
        try {
            return ZoneId.of(Fields.text(value));
        } catch (ZoneRulesException e) {
            throw value.expected("a time zone that exists, such as UTC or America/Los_Angeles");
        } catch (DateTimeException e) {
            throw value.expected("a time zone such as UTC or America/Los_Angeles");
        }
    }

    private static LocalTime time(Located value) {
        try {
            return LocalTime.parse(Fields.text(value));
        } catch (DateTimeException e) {
            throw value.expected("a time of day such as \"00:00\"");
        }
    }

    private static Model model(Located item) {
        Fields in = Fields.of(item, "id", "name", "context", "vocabulary", "thinks");
        String id = in.need("id", NAME, CatalogReader::shortName);
        return new Model(id, in.may("name", Fields::text).orElse(id),
                in.need("context", "tokens", Fields.small(256, 100_000_000)),
                in.may("vocabulary", Fields.one(Model.Vocabulary.class)).orElse(Model.Vocabulary.OTHER),
                in.may("thinks", Fields::flag).orElse(false));
    }

    private static Deployment deployment(Located item, Map<String, Provider> providers, Map<String, Model> models) {
        Fields in = Fields.of(item, "model", "provider", "name", "limits", "retired", "successor", "maxCompletion");
        Model model = in.need("model", "the id of a model", known(models, "models"));
        Provider provider = in.need("provider", "the id of a provider", known(providers, "providers"));
        return new Deployment(model, provider, in.may("name", Fields::text).orElse(model.id()),
                in.may("limits", CatalogReader::limits).orElse(Limits.NONE),
                in.may("retired", CatalogReader::date), in.may("successor", Fields::text),
                in.may("maxCompletion", Fields.small(1, Integer.MAX_VALUE)).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Limits limits(Located value) {
        Fields in = Fields.of(value, "rpm", "rpd", "tpm", "tpd", "itpm", "otpm");
        var limits = new EnumMap<Axis, Long>(Axis.class);
        for (Axis axis : Axis.values()) {
            in.may(Fields.written(axis), Fields.whole(1, Limits.MOST)).ifPresent(limit -> limits.put(axis, limit));
        }
        return new Limits(limits);
    }

    private static LocalDate date(Located value) {
        try {
            return LocalDate.parse(Fields.text(value));
        } catch (DateTimeException e) {
            throw value.expected("a date such as \"2026-07-17\"");
        }
    }

    private static void checkSuccessors(List<Located> items, List<Deployment> deployments, Map<String, Model> models,
            Map<DeploymentId, Deployment> byId) {
        for (int i = 0; i < items.size(); i++) {
            Fields in = Fields.of(items.get(i), "model", "provider", "name", "limits", "retired", "successor", "maxCompletion");
            Optional<String> successor = deployments.get(i).successor();
            if (successor.isPresent()) {
                boolean there = successor.get().contains("@") ? byId.containsKey(DeploymentId.parse(successor.get()))
                        : models.containsKey(successor.get());
                if (!there) {
                    throw in.at("successor").expected("the id of a model, or model@provider of a deployment");
                }
            }
        }
    }

    private static TierPlan tier(Located item, Map<String, Model> models) {
        Fields in = Fields.of(item, "tier", "chain", "emergency");
        Tier tier = Tier.of(in.need("tier", "0 to 3", Fields.small(0, 3))).orElseThrow();
        List<String> chain = in.need("chain", "a list of model ids", list -> names(list, models));
        if (chain.isEmpty() && tier != Tier.ROUTER) {
            throw in.at("chain").expected("at least one model");
        }
        return new TierPlan(tier, chain, in.may("emergency", list -> names(list, models)).orElse(List.of()));
    }

    private static List<String> names(Located list, Map<String, Model> models) {
        return Fields.list(list).stream().map(known(models, "models")).map(Model::id).distinct().toList();
    }

    private static Policy policy(Located value) {
        Fields in = Fields.of(value, "mode", "workBelow", "deepAbove", "localFrom", "values");
        int workBelow = in.may("workBelow", Fields.small(1, 10)).orElse(Policy.FOUNDING.workBelow());
        int deepAbove = in.may("deepAbove", Fields.small(1, 10)).orElse(Policy.FOUNDING.deepAbove());
        if (deepAbove < workBelow - 1) {
            throw value.expected("\"deepAbove\" at least \"workBelow\" - 1, so that no difficulty belongs to both");
        }
        return new Policy(in.may("mode", Fields.one(Mode.class)).orElse(Policy.FOUNDING.mode()), workBelow, deepAbove,
                in.may("localFrom", Fields::share).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                in.may("values", CatalogReader::values).orElse(Policy.GAINS));
    }

    private static List<Double> values(Located value) {
        List<Located> items = Fields.list(value);
        if (items.size() != 10) {
            throw value.expected("ten numbers, the value of difficulty 1 to 10");
        }
        var values = new ArrayList<Double>();
        for (Located item : items) {
            double number = item.value() instanceof Number n ? n.doubleValue() : Double.NaN;
            if (!(number >= (values.isEmpty() ? 0 : values.getLast()) && number <= 1)) {
                throw item.expected("a number from 0 to 1, no less than the one before");
            }
            values.add(number);
        }
        return values;
    }

    private static <T> Function<Located, T> known(Map<String, T> all, String where) {
        return value -> {
            T found = all.get(Fields.text(value));
            if (found == null) {
                throw value.expected("the id of one of the " + where + " above (" + String.join(", ", all.keySet()) + ")");
            }
            return found;
        };
    }

    private static <T, K> Map<K, T> unique(List<Located> items, List<T> values, Function<T, K> key) {
        var byKey = new LinkedHashMap<K, T>();
        for (int i = 0; i < values.size(); i++) {
            if (byKey.put(key.apply(values.get(i)), values.get(i)) != null) {
                throw items.get(i).expected("something that is not there twice: " + key.apply(values.get(i)));
            }
        }
        return byKey;
    }
}
