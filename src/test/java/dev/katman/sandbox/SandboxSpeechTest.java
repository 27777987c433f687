package dev.katman.sandbox;

import dev.katman.catalog.Model;
import dev.katman.classify.MessageType;
import dev.katman.classify.RouterPrompt;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxSpeechTest {
    private static final String REPORT = "The harbour of Izmir handled 4.2 million tonnes in March. Traffic rose by 12 percent "
            + "over the year before. "
            + "The weather was mild. A new crane was paid for with 3 million euros on 12 March 2026. Crews had asked for it "
            + "since 2019. "
            + "The port authority expects traffic to rise again in April. Some shops near the gate sell tea. "
            + "The crane lifts forty containers an hour, and traffic at the gate has become faster.";

    private final Caller caller = new Caller();

    @AfterEach
    void close() {
        caller.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tell me about the lighthouses of Brittany", "hi", "?",
            "Write a Python function that merges two sorted lists",
        "What does a LEFT JOIN in SQL do with orders and customers?"})
    void anAnswerByNobodySaysSoFirst(String message) throws Exception {
        String text = caller.text(Caller.TONGUE, message);

        assertThat(text).startsWith("> **Sandbox.** No model has read this.").contains("\n## ", "\n- ", "| Limit |", "```", "`"
                + Caller.TONGUE + "`");
        var plain = new Model("plain", "Plain", 1_000, Model.Vocabulary.O200K, false);
        assertThat(new TokenCounter().text(plain, text)).isBetween(120L, 320L);
    }

    @Test
    void aTurkishMessageIsAnsweredInTurkish() throws Exception {
        String text = caller.text(Caller.TONGUE, "İstanbul'un eski İstasyonları hakkında ne biliyorsun, ığdır treni var mı?");

        assertThat(text).startsWith("> **Deneme ortamı.** Bunu hiçbir model okumadı.").contains("Dakikada jeton", "10.000",
                "\n## İstanbul");
    }

    @Test
    void theWordsFollowTheMessageAndAreTheSameForTheSame() throws Exception {
        String lighthouses = caller.text(Caller.TONGUE, "Tell me about the lighthouses of Brittany");
        assertThat(lighthouses).contains("## Lighthouses and Brittany");
        assertThat(caller.text(Caller.TONGUE, "Tell me about volcanoes")).contains("## Volcanoes").doesNotContain("Brittany");
        caller.now = caller.now.plus(Duration.ofDays(2));
        assertThat(caller.text(Caller.TONGUE, "Tell me about the lighthouses of Brittany")).isEqualTo(lighthouses);
    }

    @Test
    void codeIsInTheLanguageThatWasAskedFor() throws Exception {
        assertThat(caller.text(Caller.DEEP, "Write a SQL query for orders")).contains("```sql\nSELECT");
        caller.now = caller.now.plus(Duration.ofDays(1));
        assertThat(caller.text(Caller.DEEP, "Python ile bir fonksiyon yaz: faturaları sırala")).contains("```python\ndef ");
    }

    @Test
    void theFiguresInAnAnswerAreTrue() throws Exception {
        String text = caller.text(Caller.TONGUE, "Tell me about volcanoes");
        Seen seen = caller.last();

        assertThat(text).contains("Prompt: **" + seen.promptTokens() + "** tokens in 1 message",
                "with room for 1,000 in the answer",
                "| Requests a minute | 59 / 60 | 1 s |", "| Tokens a minute | "
                + "%,d".formatted(10_000 - seen.promptTokens() - 1_000).replace('.', ','));
    }

    @Test
    void aSummaryIsComputedFromTheText() throws Exception {
        String text = caller.text(Caller.TONGUE, "Summarise in two sentences: " + REPORT);
        String summary = text.substring(0, text.indexOf("\n\n*Sandbox"));

        assertThat(summary.length()).isBetween(20, REPORT.length() / 2);
        assertThat(REPORT).contains(summary.split("(?<=\\.) ")[0]);
        assertThat(text).contains("2 of ").contains("built-in summariser").doesNotContain("##");
    }

    @Test
    void aSummaryOfATextThatCameEarlierFindsIt() throws Exception {
        ObjectNode body = Caller.body(Caller.TONGUE, REPORT, 800, false);
        body.withArray("messages").addObject().put("role", "assistant").put("content", "Noted.");
        body.withArray("messages").addObject().put("role", "user").put("content",
                "Please summarise the text above in one sentence.");

        assertThat(caller.text(body)).contains("1 of ").contains("built-in summariser");
    }

    @Test
    void anExtractionIsComputedAndShownAsATable() throws Exception {
        assertThat(caller.text(Caller.TONGUE, "Extract all dates and amounts from this text: " + REPORT))
                .contains("| Date | 12 March 2026 |", "| Amount | 3 million euros |").doesNotContain("##");
        assertThat(caller.text(Caller.TONGUE, "Bu metindeki tarihleri çıkar: Toplantı 5 Mayıs 2026 günü Ankara'da yapılacak, "
                + "ücret 250 TL."))
                .contains("| Tarih | 5 Mayıs 2026 |").doesNotContain("250 TL");
    }

    @Test
    void theRoutersQuestionIsAnsweredByTheLocalJudge() throws Exception {
        ObjectNode body = Caller.body(Caller.DEEP, "a hard riddle", 200, true);
        ObjectNode schema = body.putObject("response_format").put("type", "json_schema").putObject("json_schema").put("name",
                "verdict")
                .putObject("schema").put("type", "object");
        schema.putObject("properties").putObject("type").put("type", "string").putArray("enum").add("CHAT").add("TASK");
        schema.withObject("properties").putObject("difficulty").put("type", "integer");
        var text = new StringBuilder();
        for (JsonNode chunk : Caller.chunks(caller.post(body).body())) {
            text.append(chunk.path("choices").path(0).path("delta").path("content").asString(""));
        }
        assertThat(text.toString()).isEqualTo("{\"type\":\"TASK\",\"difficulty\":9}");

        HttpResponse<String> tooSmall = caller.post(body.put("max_completion_tokens", 3));
        assertThat(tooSmall.statusCode()).isEqualTo(400);
        assertThat(Caller.error(tooSmall).path("code").stringValue()).isEqualTo("json_validate_failed");
        assertThat(Caller.error(tooSmall).path("failed_generation").stringValue()).isEmpty();
        assertThat(caller.last().charged()).isEqualTo(caller.last().promptTokens() + 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRealRoutersPromptGetsAVerdictThatItCanRead(boolean withSchema) throws Exception {
        var router = new RouterPrompt();
        ObjectNode body = Caller.body(Caller.TONGUE, "", 60, false);
        body.putArray("messages");
        for (Message message : router.messages("Prove this hard \"lemma\" } of ours", List.of(Message.user("hi"),
                Message.assistant("hello")))) {
            body.withArray("messages").addObject().put("role", message.role().name().toLowerCase(Locale.ROOT)).put("content",
                    message.text());
        }
        if (withSchema) {
            body.putObject("response_format").put("type", "json_schema").putObject("json_schema").put("name", router.schema()
                    .name())
                    .set("schema", Caller.JSON.readTree(router.schema().schema()));
        }
        assertThat(router.parse(caller.text(body))).hasValueSatisfying(verdict -> {
            assertThat(verdict.type()).isEqualTo(MessageType.TASK);
            assertThat(verdict.difficulty()).isEqualTo(9);
        });
    }

    @Test
    void aTitleIsTheFirstWords() throws Exception {
        ObjectNode body = Caller.body(Caller.TONGUE, "ılık bir bahar gününde İzmir'de nereleri gezmeli, ne yemeli?", 60, false);
        body.withArray("messages").insertObject(0).put("role", "system").put("content",
                "Give this conversation a title of at most six words.");

        assertThat(caller.text(body)).isEqualTo("Ilık bir bahar gününde İzmir'de nereleri");
    }
}
