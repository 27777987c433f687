package dev.katman.ui.chat;

import dev.katman.exchange.SearchHit;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.PlainText;
import dev.katman.ui.kit.Scripts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

import java.time.LocalDate;

/** Something that was found: the conversation, when, and the line with the words in it. */
final class HitView extends VBox {
    /** Letters of the line that two rows of the narrow list hold. */
    private static final int SHOWN = 64;

    private final double width;

    /** @param width that it has, whatever it would like */
    HitView(Context context, SearchHit hit, double width) {
        this.width = width;
        getStyleClass().add("side-hit");
        if (hit.message().isEmpty()) {
            getChildren().add(line(hit));
            return;
        }
        Label title = title(hit);
        HBox.setHgrow(title, Priority.ALWAYS);
        var time = new Label(when(context, hit));
        time.getStyleClass().add("hit-time");
        time.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(8, title, time);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, line(hit));
    }

    private static Label title(SearchHit hit) {
        var title = new Label(hit.title());
        title.getStyleClass().add("hit-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }

    /** Today the hour, else the day. */
    static String when(Context context, SearchHit hit) {
        LocalDate day = LocalDate.ofInstant(hit.at(), context.zone());
        LocalDate today = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        return day.equals(today) ? context.figures().time(hit.at()) : context.figures().date(day, today);
    }

    private static TextFlow line(SearchHit hit) {
        var flow = new TextFlow();
        flow.setTextAlignment(Scripts.isRightToLeft(hit.line()) ? TextAlignment.RIGHT : TextAlignment.LEFT);
        flow.getStyleClass().add("hit-line");
        int end = end(hit.line());
        int at = 0;
        for (SearchHit.Mark mark : hit.marks()) {
            if (mark.from() >= end) {
                break;
            }
            PlainText.add(flow, hit.line().substring(at, mark.from()), "hit-text");
            PlainText.add(flow, hit.line().substring(mark.from(), Math.min(end, mark.to())), "hit-mark");
            at = Math.min(end, mark.to());
        }
        PlainText.add(flow, hit.line().substring(at, end), "hit-text");
        if (end < hit.line().length()) {
            PlainText.add(flow, "…", "hit-text");
        }
        return flow;
    }

    private static int end(String line) {
        if (line.length() <= SHOWN) {
            return line.length();
        }
        int space = line.lastIndexOf(' ', SHOWN);
        int end = space > SHOWN / 2 ? space : SHOWN;
        return Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width;
    }

    /** A cell asks without a width, and would get the height of one endless line. */
    @Override
    protected double computePrefHeight(double ignored) {
        return super.computePrefHeight(width);
    }
}
