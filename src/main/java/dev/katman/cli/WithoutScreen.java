package dev.katman.cli;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the program does where no window can open: a conversation, the lines of a pipe, or a short guided run. */
final class WithoutScreen {
    /** Six and more, in both languages, that between them reach every tier. */
    private static final List<String> GUIDE = List.of(
            "Hi! What can you do for me?",
            "Akşama hafif bir şey pişirmek istiyorum, aklına ne geliyor?",
            """
            Summarise in one sentence: Free tiers of language models are generous and brittle. Each model has its own limits a minute \
            and a day. A message that a small model could answer spends what a hard question will need in the evening. So every message \
            is weighed first, and goes to the model that fits it and still has room.""",
            """
            Şu metindeki tarihleri ve tutarları çıkar: Kira sözleşmesi 1 Mart 2026'da başlar, aylık bedel 18.500 TL'dir. Depozito olan \
            37.000 TL 22.02.2026 tarihine kadar ödenir.""",
            "Write a SQL query that finds, per user, the longest run of consecutive days with a login. Explain why it is correct.",
            "√2'nin irrasyonel olduğunu kanıtla ve kanıtın hangi adımda asallığa dayandığını açıkla.",
            "Teşekkürler, bu kadar yeter!");

    private final Session session;
    private final Console console;
    private final Talk talk;

    WithoutScreen(Session session, Console console) {
        this.session = session;
        this.console = console;
        this.talk = new Talk(session, console);
    }

    /** A conversation, until the reader leaves. */
    int chat(Optional<ConversationId> begin) throws IOException {
        console.err().println(text("cli.chat.hello"));
        session.exchange().answerParkedInBackground(talk::answeredByItself);
        Optional<ConversationId> conversation = begin;
        while (true) {
            console.err().print("> ");
            console.err().flush();
            String line = console.in().readLine();
            if (line == null || line.strip().equals("/quit")) {
                return 0;
            }
            switch (line.strip()) {
                case "" -> { }
                case "/new" -> {
                    conversation = Optional.empty();
                    console.err().println(text("cli.chat.new"));
                }
                case "/why" -> conversation.flatMap(id -> session.journal().decisionsOf(id).values().stream().reduce((a, b) -> b))
                        .ifPresentOrElse(last -> console.err().println(talk.why(last)), () -> console.err().println(text("cli.chat.hello")));
                case "/limits" -> Tables.levels(session, console.err());
                case String command when command.startsWith("/") && !command.contains(" ") && command.length() < 12 ->
                        console.err().println(text("cli.chat.unknown", command));
                case String message -> {
                    var ask = new Ask(message);
                    conversation = Optional.of(talk.say(conversation.map(ask::in).orElse(ask)).conversation());
                }
            }
        }
    }

    /** Each line of a pipe is a message of one conversation. */
    int lines(String first) throws IOException {
        Optional<ConversationId> conversation = Optional.empty();
        int status = 0;
        for (String line = first; line != null; line = console.in().readLine()) {
            if (!line.isBlank()) {
                var ask = new Ask(line);
                Answer answer = talk.say(conversation.map(ask::in).orElse(ask));
                conversation = Optional.of(answer.conversation());
                status = Math.max(status, Commands.status(answer));
            }
        }
        return status;
    }

    /** When nobody types. */
    int guide() {
        console.err().println(text("cli.guide.hello", GUIDE.size()));
        Optional<ConversationId> conversation = Optional.empty();
        int status = 0;
        for (String message : GUIDE) {
            console.err().println("\n> " + message);
            var ask = new Ask(message);
            Answer answer = talk.say(conversation.map(ask::in).orElse(ask));
            console.err().println(talk.why(answer.record()));
            conversation = Optional.of(answer.conversation());
            status = Math.max(status, Commands.status(answer));
        }
        console.err().println("\n" + text("cli.guide.limits"));
        Tables.levels(session, console.err());
        console.err().println("\n" + text("cli.guide.bye"));
        return status;
    }

    private String text(String key, Object... values) {
        return session.words().texts().get(key, values);
    }
}
