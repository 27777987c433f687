package dev.katman.cli;

import dev.katman.journal.JournalException;
import dev.katman.settings.Texts;
import dev.katman.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/** Understands the words of a command, runs it, and turns whatever goes wrong into one sentence and an exit status. */
public final class CommandLineRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineRunner.class);

    private final Host host;
    private final Console console;
    private final Texts texts;
    private final Path home;

    /** @param home where the data lives, for sentences about it */
    public CommandLineRunner(Host host, Console console, Texts texts, Path home) {
        this.host = host;
        this.console = console;
        this.texts = texts;
        this.home = home;
    }

    /** @return the exit status */
    public int run(String... arguments) {
        var line = new CommandLine(new Commands(host, console, texts));
        line.addSubcommand(new PrepareCommand(host, console, texts));
        line.addSubcommand(new LibraryCommand(host, console, texts));
        line.setResourceBundle(new Descriptions(texts));
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setParameterExceptionHandler((wrong, words) -> {
            console.err().println(sentence(wrong));
            return Commands.WRONG_USE;
        });
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            console.err().println(sentence(fault));
            return fault instanceof Refusal refusal ? refusal.status() : 1;
        });
        return line.execute(arguments);
    }

    private String sentence(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                    texts.get("cli.wrong.unknown", unmatched.getUnmatched().getFirst(), command);
            case CommandLine.MissingParameterException missing when !missing.getMissing().isEmpty() ->
                    texts.get("cli.wrong.missing", missing.getMissing().getFirst().paramLabel(), command);
            default -> texts.get("cli.wrong.other", wrong.getMessage(), command);
        };
    }

    private String sentence(Exception fault) {
        return switch (fault) {
            case Refusal refusal -> refusal.getMessage();
            case JournalException journal -> {
                LOG.error("the data folder failed", journal);
                yield new Words(texts).journal(journal, home);
            }
            default -> {
                LOG.error("a fault of ours", fault);
                yield texts.get("cli.fault", home);
            }
        };
    }

    /** Our texts, as picocli looks for descriptions: {@code katman.ask.json}, {@code katman.ask.usage.description}. */
    private static final class Descriptions extends ResourceBundle {
        private final Texts texts;

        Descriptions(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected Object handleGetObject(String key) {
            return texts.keys().contains("help." + key) ? texts.get("help." + key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keys().stream().filter(k -> k.startsWith("help."))
                    .map(k -> k.substring("help.".length())).toList());
        }
    }
}
