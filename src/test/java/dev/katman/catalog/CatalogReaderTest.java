package dev.katman.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogReaderTest {
    private static final String SMALL = """
            {"providers":[{"id":"p","baseUrl":"http://127.0.0.1:9/v1","keyEnv":"P_KEY"}],
             "models":[{"id":"m","context":8192}],
             "deployments":[{"model":"m","provider":"p","limits":{"rpm":30,"tpd":200000}}],
             "tiers":[{"tier":1,"chain":["m"]},{"tier":2,"chain":["m"]},
                      {"tier":3,"chain":["m"]}]}
            """;

    @ParameterizedTest
    @CsvSource({ // the founding table: model, name at Groq, RPM, RPD, TPM, TPD, shut down, successor
        "llama-4-scout, meta-llama/llama-4-scout-17b-16e-instruct, 30, 1000, 30000, 500000, 2026-07-17, gpt-oss-20b",
        "kimi-k2-instruct, moonshotai/kimi-k2-instruct, 60, 1000, 10000, 300000, 2025-10-10, qwen3.8-27b",
        "qwen3-32b, qwen/qwen3-32b, 60, 1000, 6000, 500000, 2026-07-17, gpt-oss-20b",
        "gpt-oss-120b, openai/gpt-oss-120b, 30, 1000, 8000, 200000, ,",
        "llama-3.3-70b, llama-3.3-70b-versatile, 30, 1000, 12000, 100000, 2026-08-16, gpt-oss-120b@cerebras"})
    void theFoundingFiveStandInItAsTheyWere(String model, String name, long rpm, long rpd, long tpm, long tpd, LocalDate retired,
            String successor) {
        Catalog catalog = CatalogReader.embedded();
        Deployment groq = catalog.deployment(new DeploymentId(model, "groq")).orElseThrow();
        assertThat(groq.name()).isEqualTo(name);
        assertThat(groq.limits().byAxis()).containsOnly(Map.entry(Axis.RPM, rpm), Map.entry(Axis.RPD, rpd),
                Map.entry(Axis.TPM, tpm), Map.entry(Axis.TPD, tpd));
        assertThat(groq.retired().orElse(null)).isEqualTo(retired);
        assertThat(groq.successor().orElse(null)).isEqualTo(successor);
        assertThat(catalog.deployment(new DeploymentId(model, "sandbox")).orElseThrow().limits()).isEqualTo(groq.limits());
    }

    @Test
    void theRolesAreTheFoundingDocuments() {
        Catalog catalog = CatalogReader.embedded();
        assertThat(catalog.plan(Tier.ROUTER).chain()).startsWith("llama-4-scout");
        assertThat(catalog.plan(Tier.CONVERSATION).chain()).startsWith("kimi-k2-instruct", "qwen3-32b");
        assertThat(catalog.plan(Tier.WORKER).chain()).startsWith("llama-4-scout", "qwen3-32b");
        assertThat(catalog.plan(Tier.DEEP)).isEqualTo(new TierPlan(Tier.DEEP, List.of("gpt-oss-120b"), List.of("llama-3.3-70b")));
        assertThat(catalog.policy()).isEqualTo(new Policy(Mode.PACED, 5, 7));
    }

    @Test
    void theOtherProvidersAreThereWithTheirLaws() {
        Catalog catalog = CatalogReader.embedded();
        assertThat(catalog.providers()).extracting(Provider::id)
                .contains("groq", "cerebras", "openrouter", "gemini", "ollama", "lmstudio", "llamacpp", "sandbox");
        assertThat(catalog.provider("openrouter").orElseThrow().law()).hasToString("Calendar[zone=UTC, time=00:00]");
        assertThat(catalog.provider("gemini").orElseThrow().law()).hasToString("Calendar[zone=America/Los_Angeles, time=00:00]");
        assertThat(catalog.deployment(DeploymentId.parse("qwen3.8-27b@groq")).orElseThrow().limits().of(Axis.OTPM)).hasValue(1000);
    }

    @Test
    void aSmallOneIsEnough() {
        Catalog catalog = CatalogReader.read(SMALL);
        assertThat(catalog.deployments()).singleElement().satisfies(d -> assertThat(d.name()).isEqualTo("m"));
        assertThat(catalog.policy()).isEqualTo(Policy.FOUNDING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"keyEnv\"          | \"keyenv\"         | 1 | providers[0].keyenv          | one of the fields",
        "\"context\":8192    | \"context\":\"8K\" | 2 | models[0].context            | a whole number",
        "\"rpm\":30          | \"rpm\":0          | 3 | deployments[0].limits.rpm    | a whole number from 1",
        "\"tpd\":200000      | \"tpd\":-5         | 3 | deployments[0].limits.tpd    | a whole number from 1",
        "\"model\":\"m\"     | \"model\":\"k\"    | 3 | deployments[0].model         | the id of one of the models above (m)",
        "{\"tier\":3,        | {\"tier\":4,       | 5 | tiers[2].tier                | a whole number from 0 to 3",
        "{\"tier\":3,        | {\"tier\":2,       | 5 | tiers[2]                     | each tier once",
        "\"chain\":[\"m\"]}] | \"chain\":[\"x\"]}] | 5 | tiers[2].chain[0]          | the id of one of the models",
        "http://127          | ftp://127          | 1 | providers[0].baseUrl         | an http or https address",
        "P_KEY               | gsk secret         | 1 | providers[0].keyEnv          | the name of an environment variable"})
    void aWrongOneIsRefusedWithLineFieldAndWhatWasExpected(String right, String wrong, int line, String field, String expected) {
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogReader.read(SMALL.replace(right, wrong)))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e.expected()).contains(expected);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "[]", "null", "{\"providers\":[]} x", "not json", "{\"providers\":1}", "{\"a\":1,\"a\":2}"})
    void whatIsNoCatalogueAtAllIsRefusedToo(String document) {
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogReader.read(document))
                .satisfies(e -> assertThat(e.line()).isEqualTo(1));
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(CatalogReader.read("\uFEFF" + SMALL).models()).hasSize(1);
    }

    @Test
    void theValuesOfDifficultiesAreSettings() {
        String embedded = read("/assets/catalog.json");
        String policy = "\"policy\": {\"values\": [0, 0, 0, 0, 0.2, 0.2, 0.3, 0.5, 0.7, 1]}";
        String own = embedded.substring(0, embedded.lastIndexOf("\"policy\"")) + policy + "}";
        assertThat(CatalogReader.read(own).policy().values()).endsWith(.7, 1.);
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogReader.read(own.replace("0.3", "0.1")))
                .satisfies(e -> assertThat(e.field()).isEqualTo("policy.values[6]"));
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogReader.read(own.replace(", 1]", "]")));
    }

    private static String read(String resource) {
        try (var in = CatalogReaderTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
