package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Tiers;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The quiet line under an answer: who gave it and what it took. Opens its decision. */
final class ServedLine extends Button {
    /** No narrower than that, in pixels. */
    static final double LEAST = 160;
    /** Around what it says: the stylesheet's padding and border. */
    private static final double EDGES = 8;

    private final Context context;

    ServedLine(Context context, ChatRow.Served row, Consumer<DecisionRecord> open) {
        this.context = context;
        DecisionRecord record = row.record();
        String tier = context.words().tier(record.servedTier());
        var meta = new Line();
        meta.getChildren().add(Tiers.pill(record.servedTier(), tier));
        var told = new StringBuilder(tier);
        for (String part : parts(row)) {
            var label = new Label(part);
            label.getStyleClass().add("meta");
            meta.getChildren().add(label);
            told.append(", ").append(part);
        }
        getStyleClass().add("served");
        meta.prefWrapLengthProperty().bind(Bindings.max(LEAST - EDGES, maxWidthProperty().subtract(EDGES)));
        setGraphic(meta);
        setMinWidth(0);
        setAccessibleText(context.text("ui.chat.served.open", told));
        setUserData(record.id());
        setOnAction(event -> open.accept(record));
    }

    private List<String> parts(ChatRow.Served row) {
        DecisionRecord record = row.record();
        var parts = new ArrayList<String>();
        Optional<DeploymentId> chosen = record.decision().chosen();
        parts.add(record.served().map(DeploymentId::model).orElseGet(() -> context.text("ui.chat.nobody")));
        if (record.served().isPresent() && chosen.isPresent() && !chosen.equals(record.served())) {
            DeploymentId first = chosen.get();
            boolean sameModel = first.model().equals(record.served().get().model());
            parts.add(context.text("ui.chat.insteadOf", sameModel ? first.toString() : first.model()));
        }
        if (row.prepared().isPresent()) { // by many calls, maybe in several runs: none of them is the answer's own
            parts.add(context.words().tokens(row.prepared().get().paid().total()));
        } else {
            parts.add(context.text("ui.chat.difficulty", record.decision().assessment().difficulty()));
            parts.add(context.words().tokens(record.tokens()));
            record.ttft().ifPresent(ttft -> parts.add(context.text("ui.chat.firstToken", context.words().duration(ttft))));
        }
        if (row.stopped()) {
            parts.add(context.text("ui.chat.stopped.short"));
        }
        record.shouldBe().ifPresent(tier -> parts.add(tier == record.decision().tier() ? context.text("ui.teach.shortYes")
                : context.text("ui.teach.short", context.words().tier(tier))));
        return parts;
    }

    /** In a row for as long as every word has room in it. A button takes what it shows as high as it wishes to be, whatever the width. */
    private static final class Line extends FlowPane {
        Line() {
            super(10, 2);
            getStyleClass().add("facts");
            setRowValignment(VPos.CENTER);
        }

        @Override
        protected double computePrefWidth(double height) {
            double all = getChildren().stream().mapToDouble(child -> snapSizeX(child.prefWidth(-1))).sum()
                    + snapSpaceX(getHgap()) * (getChildren().size() - 1);
            return Math.min(all, snapSizeX(getPrefWrapLength()));
        }

        /** @param width of no meaning where it is below zero; the button takes its edges away also from the -1 that stands for any */
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(Math.max(-1, width));
        }
    }
}
