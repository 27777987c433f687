package dev.katman.ui.chat;

import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Markdown;

import java.util.ArrayList;
import java.util.List;

/** Reads an answer while it comes. Of one thread at a time. */
final class LiveReader {
    private Markdown markdown = new Markdown();

    /** What those say; words that came together are read together. */
    List<Heard> read(List<ExchangeEvent> events) {
        var heard = new ArrayList<Heard>();
        var words = new StringBuilder();
        for (ExchangeEvent event : events) {
            switch (event) {
                case ExchangeEvent.Text piece -> words.append(piece.delta());
                case ExchangeEvent.Thinking thinking -> heard.add(new Heard.Event(thinking));
                case ExchangeEvent.Finished finished -> {
                    grow(words, heard);
                    heard.add(new Heard.Finished(finished.answer(), markdown.whole(finished.answer().text())));
                }
                case ExchangeEvent other -> {
                    grow(words, heard);
                    heard.add(new Heard.Event(other));
                    if (other instanceof ExchangeEvent.Asking || other instanceof ExchangeEvent.AttemptFailed) {
                        markdown = new Markdown(); // what an earlier one wrote is void
                    }
                }
            }
        }
        grow(words, heard);
        return heard;
    }

    private void grow(StringBuilder words, List<Heard> heard) {
        if (!words.isEmpty()) {
            markdown.append(words.toString());
            words.setLength(0);
            heard.add(new Heard.Grown(markdown.blocks(), markdown.finished()));
        }
    }
}
