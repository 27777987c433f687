package dev.katman.provider;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Provider;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Message;
import dev.katman.conversation.Secret;
import dev.katman.conversation.Usage;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.katman.provider.Calls.data;
import static dev.katman.provider.Calls.delta;
import static dev.katman.provider.Calls.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenAiClientTest {
    private static final String DONE = "data: [DONE]\n\n";

    private final MockWebServer server = new MockWebServer();
    private final OpenAiClient client = new OpenAiClient(Calls.PATIENT, "Katman/test");
    private final Heard heard = new Heard();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theRequestIsWhatTheProvidersDocument() throws Exception {
        events(delta("x") + finish("stop") + DONE);
        var request = new ChatRequest(Calls.deployment(Provider.CapField.MAX_TOKENS), List.of(Message.system("Kısa konuş."),
                Message.user("\"Merhaba\"\n🙂"), Message.assistant("")), 512, Optional.of(new OutputSchema("verdict",
                        "{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}")));
        client.stream(here("/v1/"), request, heard, new Cancellation());

        var recorded = server.takeRequest();
        assertThat(recorded.getRequestLine()).startsWith("POST /v1/chat/completions ");
        assertThat(recorded.getHeaders().get("User-Agent")).isEqualTo("Katman/test");
        assertThat(recorded.getHeaders().get("Authorization")).isEqualTo("Bearer " + Calls.KEY);
        assertThat(recorded.getHeaders().get("Content-Type")).isEqualTo("application/json");
        JsonNode body = JsonMapper.shared().readTree(recorded.getBody().utf8());
        assertThat(body).isEqualTo(JsonMapper.shared().readTree("""
                {"model":"openai/gpt-oss-120b","stream":true,"stream_options":{"include_usage":true},"max_tokens":512,
                 "messages":[{"role":"system","content":"Kısa konuş."},{"role":"user","content":"\\"Merhaba\\"\\n🙂"},
                             {"role":"assistant","content":""}],
                 "response_format":{"type":"json_schema","json_schema":{"name":"verdict","strict":true,"schema":
                     {"type":"object","properties":{},"required":[],"additionalProperties":false}}}}"""));
    }

    @Test
    void withoutAKeyNobodyIsAuthorised() throws Exception {
        events(finish("stop") + DONE);
        client.stream(new Endpoint(server.url("/v1").uri(), Optional.empty()), Calls.request(), heard, new Cancellation());
        var recorded = server.takeRequest();
        assertThat(recorded.getHeaders().get("Authorization")).isNull();
        assertThat(recorded.getHeaders().get("User-Agent")).isEqualTo("Katman/test");
        assertThat(JsonMapper.shared().readTree(recorded.getBody().utf8()).path("max_completion_tokens").asInt()).isEqualTo(64);
    }

    @Test
    void anAnswerIsHeardAndCounted() {
        events(": keep-alive\n\n" + data("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}")
                + data("{\"choices\":[{\"delta\":{\"reasoning\":\"Hm. \"}}]}")
                + data("{\"choices\":[{\"delta\":{\"reasoning_content\":\"Well.\"}}]}")
                + data("{\"choices\":[{\"delta\":{\"reasoning\":\"!\",\"reasoning_content\":\"!\",\"content\":null}}],"
                        + "\"error\":null}")
                + delta("Mer") + delta("haba") + finish("stop")
                + data("{\"choices\":[],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":12,\"total_tokens\":102,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":64}}}") + DONE);
        assertThat(ask()).isEqualTo(new Reply.Complete(Reply.Finish.STOP, Optional.of(new Usage(90, 12, 64)), RateWord.NONE));
        assertThat(heard.text).hasToString("Merhaba");
        assertThat(heard.thinking).hasToString("Hm. Well.!");
        assertThat(heard.opened).isEqualTo(RateWord.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1_000})
    void whatIsThoughtBetweenTagsIsNoAnswer(int size) {
        pieces("\n<think>\nHm, a < b </thin.\n</think>\n\nHello </think> you <think>.", size);
        assertThat(heard.thinking).hasToString("\nHm, a < b </thin.\n");
        assertThat(heard.text).hasToString("Hello </think> you <think>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<thinker> is no tag", " <b>bold</b>", "<th", "I <think>so</think>", " "})
    void whatOnlyLooksLikeAThoughtIsTheAnswer(String text) {
        pieces(text, 1);
        assertThat(heard.text).hasToString(text);
        assertThat(heard.thinking).isEmpty();
    }

    @Test
    void aThoughtThatNeverEndsIsAThought() {
        pieces("<think>So</thi", 3);
        assertThat(heard.text).isEmpty();
        assertThat(heard.thinking).hasToString("So</thi");
    }

    private void pieces(String text, int size) {
        events(IntStream.iterate(0, at -> at < text.length(), at -> at + size)
                .mapToObj(at -> delta(text.substring(at, Math.min(text.length(), at + size)).replace("\n", "\\n"))).collect(Collectors.joining())
                + finish("stop") + DONE);
        ask();
    }

    @Test
    void groqPutsTheUsageIntoItsOwnCorner() {
        events(delta("x") + data("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],"
                + "\"x_groq\":{\"id\":\"r\",\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":1,\"queue_time\":0.1}}}") + DONE);
        assertThat(ask().usage()).contains(new Usage(7, 1));
    }

    @Test
    void thoughtsThatOnlyTheTotalCountsAreCounted() {
        events(delta("x") + finish("stop") + data("{\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":2,"
                + "\"total_tokens\":112}}") + DONE);
        assertThat(ask().usage()).contains(new Usage(10, 102));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"prompt_tokens\":0,\"completion_tokens\":0}", "{\"prompt_tokens\":\"many\"}",
            "{\"prompt_tokens\":-5,\"completion_tokens\":1e99}", "7"})
    void aStreamThatDoesNotSayItsUsageHasNone(String usage) {
        events(delta("x") + finish("stop") + data("{\"choices\":[],\"usage\":" + usage + "}") + DONE);
        assertThat(ask()).isEqualTo(new Reply.Complete(Reply.Finish.STOP, Optional.empty(), RateWord.NONE));
    }

    @ParameterizedTest
    @CsvSource({"stop,STOP", "length,LENGTH", "content_filter,CONTENT_FILTER", "tool_calls,OTHER", "STOP,STOP",
            "CONTENT_FILTER,CONTENT_FILTER"})
    void theModelSaysWhyItStopped(String word, Reply.Finish finish) {
        events(delta("x") + finish(word) + DONE);
        assertThat(ask()).isEqualTo(new Reply.Complete(finish, Optional.empty(), RateWord.NONE));
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        events(finish("stop") + DONE);
        assertThat(ask()).isInstanceOf(Reply.Complete.class);
        assertThat(heard.text).isEmpty();
    }

    @Test
    void typedPartsAreReadAsTextAndThinking() {
        events(data("{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                + "\"text\":\"Hm\"}]},{\"type\":\"text\",\"text\":\"Evet\"}]}}]}") + finish("stop") + DONE);
        ask();
        assertThat(heard.thinking).hasToString("Hm");
        assertThat(heard.text).hasToString("Evet");
    }

    @Test
    void aCharacterInSeveralPacketsSurvives() {
        var body = new Buffer().writeUtf8(delta("ğ漢🙂") + finish("stop") + DONE);
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").chunkedBody(body, 1).build());
        assertThat(ask()).isInstanceOf(Reply.Complete.class);
        assertThat(heard.text).hasToString("ğ漢🙂");
    }

    @Test
    void headersSpeakBeforeTheFirstToken() {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream")
                .addHeader("x-ratelimit-limit-tokens", "8000")
                .addHeader("x-ratelimit-remaining-tokens", "7000").body(delta("x") + finish("stop") + DONE).build());
        Reply reply = ask();
        assertThat(reply.word().entries()).singleElement().satisfies(entry -> assertThat(entry.used()).hasValue(1000));
        assertThat(heard.opened).isEqualTo(reply.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"event: error\ndata: {\"error\":{\"message\":\"over capacity\",\"code\":\"x\"}}\n\n",
            "event: error\ndata: over capacity\n\n", "data: {\"error\":\"over capacity\"}\n\n",
                    "data: {\"error\":{\"message\":\"over capacity\"}}\n\n",
            "data: [{\"error\":{\"message\":\"over capacity\"}}]\n\n", "data: {\"x_groq\":{\"error\":\"over capacity\"}}\n\n",
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}],"
                    + "\"error\":{\"code\":502,\"message\":\"over capacity\"}}\n\n"})
    void anErrorInTheStreamIsTroubleAndKeepsWhatWasSaid(String error) {
        events(data("{\"choices\":[{\"delta\":{\"content\":\"Mer\"}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}")
                + error
                + delta("never") + DONE);
        assertThat(ask()).isEqualTo(new Reply.Broken(new Failure.ProviderTrouble(200, Optional.empty(), "over capacity"), true,
                Optional.of(new Usage(9, 1)), RateWord.NONE));
        assertThat(heard.text).hasToString("Mer");
    }

    @Test
    void anEndWithoutAFinishIsACut() {
        events(delta("Mer"));
        assertBroken(Failure.Cut.class, true);
    }

    @Test
    void anEndWithAFinishButNoMarkIsWhole() {
        events(delta("Mer") + finish("length"));
        assertThat(ask()).isEqualTo(new Reply.Complete(Reply.Finish.LENGTH, Optional.empty(), RateWord.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {\"choices\":[\n\n", "data: merhaba\n\n", "data: 7\n\n", "data: \"x\"\n\n"})
    void garbageIsGarbled(String garbage) {
        events(delta("x") + garbage + delta("y"));
        assertBroken(Failure.Garbled.class, true);
        assertThat(heard.text).hasToString("x");
    }

    @Test
    void aWebPageIsGarbledWhateverItCallsItself() {
        for (String type : List.of("text/html; charset=utf-8", "text/event-stream", "application/json")) {
            server.enqueue(new MockResponse.Builder().addHeader("Content-Type", type)
                    .body("<!DOCTYPE html><html><title>Log in</title></html>").build());
            assertThat(assertBroken(Failure.Garbled.class, false).reason()).contains("Log in");
        }
    }

    @Test
    void oneEndlessLineIsGarbled() {
        events("data: " + "x".repeat(AnswerReader.MOST_BYTES + 1));
        assertThat(assertBroken(Failure.Garbled.class, false).reason()).contains("bytes");
    }

    @Test
    void manyEventsMayBeLongerTogether() {
        String piece = delta("x".repeat(1 << 20));
        events(piece.repeat(10) + finish("stop") + DONE);
        assertThat(ask()).isInstanceOf(Reply.Complete.class);
        assertThat(heard.text.length()).isEqualTo(10 << 20);
    }

    @Test
    void aServerThatDoesNotStreamIsUnderstood() {
        json(200, "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"reasoning\":\"Hm\",\"content\":\"Merhaba\"},"
                + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":3}}");
        assertThat(ask()).isEqualTo(new Reply.Complete(Reply.Finish.STOP, Optional.of(new Usage(9, 3)), RateWord.NONE));
        assertThat(heard.text).hasToString("Merhaba");
        assertThat(heard.thinking).hasToString("Hm");
    }

    @Test
    void jsonThatIsNoAnswerIsNotTakenForAnEmptyOne() {
        json(200, "{\"status\":\"ok\"}");
        assertBroken(Failure.Garbled.class, false);
        json(200, "{\"error\":{\"message\":\"Rate limit reached\",\"code\":429}}");
        assertBroken(Failure.RateLimited.class, false);
    }

    @Test
    void theBodyOfARefusalSpeaksOfAxesThatAreInNoHeader() {
        server.enqueue(new MockResponse.Builder().code(429).addHeader("x-ratelimit-limit-tokens", "8000")
                .addHeader("x-ratelimit-remaining-tokens", "7000")
                        .body("{\"error\":{\"message\":\"Rate limit reached on tokens per day"
                        + " (TPD): Limit 200000, Used 199336, Requested 1524. Please try again in 6m11.52s.\"}}").build());
        assertThat(ask().word().entries()).extracting(RateWord.Entry::axis).containsExactly(Axis.TPM, Axis.TPD);
        assertThat(heard.opened).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308, 401, 407, 408, 421, 429, 500, 503})
    @DisplayName("Q11: nothing is ever repeated, whatever the answer asks for")
    void nothingIsEverRepeated(int status) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(status).addHeader("retry-after", "0").addHeader("location", "/elsewhere")
                    .addHeader("WWW-Authenticate", "Basic realm=x").addHeader("Proxy-Authenticate", "Basic realm=x").build());
        }
        assertThat(ask()).isInstanceOf(Reply.Broken.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void theKeyIsInNothingThatCanBePrinted() {
        server.enqueue(new MockResponse.Builder().code(401).body("Bearer " + Calls.KEY + " of org_01hq3kzfe is wrong").build());
        events("data: garbage " + Calls.KEY + " org_01hq3kzfe\n\n");
        events("event: error\ndata: " + Calls.KEY + " org_01hq3kzfe\n\n");
        json(200, "{\"key\":\"" + Calls.KEY + "\",\"org\":\"org_01hq3kzfe\"}");
        json(302, "");
        for (int i = 0; i < 5; i++) {
            assertThat(ask().toString()).doesNotContain(Calls.KEY).doesNotContain("org_01");
        }
        assertThat(here("/v1").toString() + client + Calls.request()).doesNotContain(Calls.KEY);
    }

    @Test
    void aKeyThatCannotBeSentIsRefusedHereAndNotRepeated() {
        var endpoint = new Endpoint(server.url("/v1").uri(), Optional.of(new Secret("şifre“gizli”")));
        assertThat(client.stream(endpoint, Calls.request(), heard, new Cancellation())).isInstanceOfSatisfying(Reply.Broken.class,
                broken -> {
            assertThat(broken.failure()).isInstanceOf(Failure.KeyRefused.class);
            assertThat(broken.toString()).doesNotContain("gizli");
        });
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anAddressThatIsNoneIsSaid() {
        var endpoint = new Endpoint(URI.create("ftp://x/v1"), Optional.empty());
        assertThat(client.stream(endpoint, Calls.request(), heard, new Cancellation())).isInstanceOfSatisfying(Reply.Broken.class,
                broken -> assertThat(broken.failure().reason()).contains("baseUrl"));
    }

    @Test
    void aFaultOfTheListenerReachesWhoGaveIt() {
        events(delta("x") + finish("stop") + DONE);
        assertThatThrownBy(() -> client.stream(here("/v1"), Calls.request(), new ReplyListener() {
            @Override
            public void text(String delta) {
                throw new IllegalStateException("listener");
            }
        }, new Cancellation())).isInstanceOf(IllegalStateException.class).hasMessage("listener");
    }

    private Failure assertBroken(Class<? extends Failure> failure, boolean started) {
        var broken = (Reply.Broken) ask();
        assertThat(broken.failure()).isExactlyInstanceOf(failure);
        assertThat(broken.started()).isEqualTo(started);
        assertThat(broken.usage()).isEmpty();
        return broken.failure();
    }

    private Reply ask() {
        return client.stream(here("/v1"), Calls.request(), heard, new Cancellation());
    }

    private Endpoint here(String path) {
        return new Endpoint(server.url(path).uri(), Calls.at(1).key());
    }

    private void events(String body) {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body(body).build());
    }

    private void json(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(body).build());
    }
}
