package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.conversation.Cancellation;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Kind;
import dev.katman.journal.PreparationGoal;
import dev.katman.provider.Endpoint;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker that does not answer as it is asked. */
class PreparationAnswersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path home;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private MockWebServer server;
    private Program program;

    @BeforeEach
    void open() throws IOException {
        server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                bodies.add(request.getBody().utf8());
                return new MockResponse.Builder().code(200).addHeader("Content-Type", "text/event-stream")
                        .body("data: {\"choices\":[{\"delta\":{\"content\":" + JSON.writeValueAsString(answers.poll()) + "}}]}\n\n"
                                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n").build();
            }
        });
        server.start();
        program = new Program(home, CatalogReader.embedded(), clock, new Endpoint(server.url("/v1").uri(), Optional.empty()), 5);
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        server.close();
    }

    private Prepared table(String text, String... said) {
        answers.addAll(List.of(said));
        var document = WholeDocument.of(new Document("a.md", Kind.MARKDOWN, text.length(), new DocumentReader().pasted("a.md", text).blocks()));
        Preparer preparer = program.exchange.preparer();
        return preparer.run(preparer.begin(Optional.empty(), document, new PreparationGoal.Table(List.of("date")), "?"), progress -> { }, new Cancellation());
    }

    private static String paragraph(String date) {
        return "Something was said about the weather and the harvest of that year. ".repeat(18) + date + "\n\n";
    }

    @Test
    void whatBreaksOffIsDoneInHalvesSoThatNoRowIsLost() {
        Prepared prepared = table(paragraph("1 March 2026.") + paragraph("2 March 2026."), "{\"rows\":[{\"date\":\"1 Mar", "{\"rows\":[{\"date\":\"1 March 2026\"}]}",
                "{\"rows\":[{\"date\":\"2 March 2026\"}]}");
        assertThat(prepared.table().orElseThrow().rows()).containsExactly(List.of("1 March 2026"), List.of("2 March 2026"));
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(1)).contains("1 March 2026").doesNotContain("2 March 2026");
        assertThat(bodies.get(2)).contains("2 March 2026").doesNotContain("1 March 2026");
        assertThat(prepared.pieces()).isEqualTo(2);
    }

    @Test
    void whatIsNoTableIsMendedOnceAndThenFoundByPatterns() {
        Prepared mended = table("On 1 March 2026 it begins.", "It begins on the first of March.", "{\"rows\":[{\"date\":\"1 March\"}]}");
        assertThat(mended.table().orElseThrow().rows()).containsExactly(List.of("1 March"));
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getLast()).contains("It begins on the first of March.", "That was not the JSON");

        Prepared found = table("On 2 March 2026 it ends.", "No.", "Still no.");
        assertThat(found.table().orElseThrow().rows()).containsExactly(List.of("2 March 2026"));
        assertThat(found.unaided()).isEqualTo(1);
        assertThat(found.text()).contains("No model");
        assertThat(bodies).hasSize(4);
    }
}
