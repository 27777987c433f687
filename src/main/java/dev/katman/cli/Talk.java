package dev.katman.cli;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Fitting;
import dev.katman.words.DocumentWords;
import dev.katman.words.Words;

import java.util.List;
import java.util.stream.Collectors;

/** Sends a message and shows its answer: as it comes to a person at a terminal, whole to a pipe. */
final class Talk {
    private final Session session;
    private final Console console;
    private final Words words;

    Talk(Session session, Console console) {
        this.session = session;
        this.console = console;
        this.words = session.words();
    }

    Answer say(Ask ask) {
        Answer answer = session.exchange().send(ask, this::show, new Cancellation());
        switch (answer.result()) {
            case ANSWERED -> {
                console.out().println(console.terminal() ? "" : answer.text());
                console.out().flush();
                Fitting fitting = session.journal().documents().fitting(answer.record().id());
                long saved = fitting.unsentTokens() == 0 ? 0 : answer.record().saved(fitting);
                console.err().println(line(answer.record()) + (saved > 0 ? " · " + words.texts().count("words.saved", saved) : ""));
                new DocumentWords(words.texts()).fitting(fitting).forEach(line -> console.err().println("  " + line));
            }
            case PARKED, UNANSWERED -> console.err().println(words.unanswered(answer.record()));
            case STOPPED -> console.err().println(words.texts().get("cli.stopped"));
        }
        return answer;
    }

    /** A message that had waited. */
    void answeredByItself(Answer answer) {
        if (answer.result() == Answer.Result.ANSWERED) {
            console.out().println("\n> " + answer.record().text() + "\n" + answer.text());
            console.err().println(line(answer.record()));
        }
    }

    private void show(ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.Text(var delta) when console.terminal() -> {
                console.out().print(delta);
                console.out().flush();
            }
            case ExchangeEvent.AttemptFailed failed -> {
                if (failed.started() && console.terminal()) {
                    console.out().println();
                }
                console.err().println("· " + words.failed(failed));
            }
            case ExchangeEvent other -> { }
        }
    }

    /** Tier, model, difficulty, tokens, time: what stands under an answer. */
    String line(DecisionRecord record) {
        return "— " + String.join(" · ", words.tier(record.servedTier()), words.served(record),
                words.texts().get("cli.difficulty", record.decision().assessment().difficulty()), words.tokens(record.tokens()),
                words.duration(record.took()));
    }

    /** Who judged and how, why it went there, and what is left of the limits of who answered. */
    String why(DecisionRecord record) {
        var assessment = record.decision().assessment();
        String judged = words.texts().get("cli.why.judged", Tier.ROUTER.number(), words.tier(Tier.ROUTER),
                words.type(assessment.type()), assessment.difficulty(), words.judged(assessment));
        String chosen = words.texts().get("cli.why.tier", record.servedTier().number(), words.tier(record.servedTier()),
                words.reason(record.decision()));
        return "  " + judged + "\n  " + chosen
                + record.served().map(this::left).filter(s -> !s.isEmpty()).map(s -> "\n  " + s).orElse("");
    }

    private String left(DeploymentId deployment) {
        return List.of(Axis.TPD, Axis.TPM, Axis.RPD).stream()
                .flatMap(axis -> session.ledger().level(deployment, axis, session.clock().instant()).stream())
                .map(words::left).collect(Collectors.joining(" · "));
    }
}
