package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
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
        Preparer preparer = program.exchange.preparer();
        return preparer.run(preparer.begin(Optional.empty(), document(text), new PreparationGoal.Table(List.of(Column.text("date"))), "?"), progress -> { }, new Cancellation());
    }

    private static WholeDocument document(String text) {
        return WholeDocument.of(new Document("a.md", Kind.MARKDOWN, text.length(), new DocumentReader().pasted("a.md", text).blocks()));
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

    @Test
    void theWorkerIsToldWhatColumnsHoldAndWhatItAnswersIsPutRight() {
        answers.add("{\"rows\":[{\"item\":\"Roof\",\"price\":\"1.250,50 TL\",\"due\":\"1 Mart 2026\"},{\"item\":\"Stairs\",\"price\":300,\"due\":\"03/04/2026\"}]}");
        var goal = new PreparationGoal.Table(List.of(Column.text("item"), new Column("price", Column.Kind.NUMBER), new Column("due", Column.Kind.DATE)));
        Preparer preparer = program.exchange.preparer();
        WholeDocument document = document("The roof is paid on 1 March 2026, the stairs are not.");
        Prepared prepared = preparer.run(preparer.begin(Optional.empty(), document, goal, "?"), progress -> { }, new Cancellation());
        assertThat(prepared.table().orElseThrow().rows()).containsExactly(List.of("Roof", "1250.5", "2026-03-01"), List.of("Stairs", "300", "03/04/2026"));
        assertThat(prepared.text()).contains("| Roof | 1250.5 | 2026-03-01 |");
        String told = JSON.readTree(bodies.getFirst()).at("/messages/0/content").asString();
        assertThat(told).contains("Columns: [\"item\",\"price\",\"due\"]\n").containsPattern("JSON number, with a dot .*: \\[\"price\"]\n")
                .containsPattern("date as .yyyy-MM-dd.*: \\[\"due\"]\n");
        assertThat(preparer.find(document, goal)).as("kept with its kinds").contains(prepared.row().message());
        assertThat(preparer.find(document, new PreparationGoal.Table(List.of(Column.text("item"), Column.text("price"), Column.text("due"))))).isEmpty();

        answers.addAll(List.of("{\"columns\":[\"who\",\"paid:number\"]}", "{\"rows\":[{\"who\":\"Ann\",\"paid\":\"$1,200\"}]}"));
        Prepared proposed = preparer.run(preparer.begin(Optional.empty(), document, new PreparationGoal.Table(List.of()), "?"), progress -> { }, new Cancellation());
        assertThat(JSON.readTree(bodies.get(1)).at("/messages/0/content").asString()).contains(":number", ":date");
        assertThat(bodies.getLast()).contains("JSON number, with a dot");
        assertThat(proposed.row().goal()).isEqualTo(new PreparationGoal.Table(List.of(Column.text("who"), new Column("paid", Column.Kind.NUMBER))));
        assertThat(proposed.table().orElseThrow().rows()).containsExactly(List.of("Ann", "1200"));
    }
}
