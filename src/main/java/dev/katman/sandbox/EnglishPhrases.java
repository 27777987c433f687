package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.context.Extractor;

import java.util.List;
import java.util.Locale;

/** English. */
enum EnglishPhrases implements Phrases {
    IT;

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String notice() {
        return "> **Sandbox.** No model has read this. Set a key, such as GROQ_API_KEY, to get real answers.";
    }

    @Override
    public String untitled() {
        return "your message";
    }

    @Override
    public String opening(int variant, String subject) {
        return switch (variant) {
            case 0 -> "A real answer about *" + subject + "* would begin here and arrive word by word, just as these words do.";
            case 1 -> "I can't tell you anything about *" + subject + "*, but I can show you how an answer will look.";
            default -> "Here is the place for *" + subject + "*. Until a model moves in, this is what I know about your request:";
        };
    }

    @Override
    public String wrote(String beginning) {
        return "- You wrote: “" + beginning + "”";
    }

    @Override
    public String brought(int sources) {
        return sources == 1 ? "- It brought one source along: [1]" : "- It brought " + number(sources) + " sources along, from [1] to [" + sources + "]";
    }

    @Override
    public String asked(String model) {
        return "- Asked: `" + model + "`";
    }

    @Override
    public String measured(long promptTokens, int messages, long cap) {
        return "- Prompt: **" + number(promptTokens) + "** tokens in " + number(messages) + (messages == 1 ? " message"
                : " messages")
                + ", with room for " + number(cap) + " in the answer";
    }

    @Override
    public String limitsHead() {
        return "| Limit | Left | Full again in |\n|---|--:|--:|\n";
    }

    @Override
    public String axis(Axis axis) {
        return switch (axis) {
            case RPM -> "Requests a minute";
            case RPD -> "Requests a day";
            case TPM -> "Tokens a minute";
            case TPD -> "Tokens a day";
            case ITPM -> "Prompt tokens a minute";
            case OTPM -> "Answer tokens a minute";
        };
    }

    @Override
    public String docstring() {
        return "A shape, not a solution: no model has read the task.";
    }

    @Override
    public String closing(int variant) {
        return switch (variant) {
            case 0 -> "Summaries and extractions do work here: give me a text and try.";
            case 1 -> "Want something real already? Paste a text and ask for a summary.";
            default -> "The figures above are true: the sandbox counts as a provider does.";
        };
    }

    @Override
    public String thinking(String subject) {
        return "The message is about " + subject + ". There is no model here to think about it, so I will say so and show the "
                + "figures.";
    }

    @Override
    public String joined(List<String> words) {
        return Phrases.joined(words, "and");
    }

    @Override
    public String summaryNote(int kept, int of) {
        return "*Sandbox: " + number(kept) + " of " + number(of) + " sentences, picked by the built-in summariser. No model has "
                + "read the text.*";
    }

    @Override
    public String nothingFound() {
        return "Nothing of that kind was found in the text.\n\n*Sandbox: looked for by the built-in extractor. No model has read "
                + "the text.*";
    }

    @Override
    public String foundHead() {
        return "| What | Found |\n|---|---|\n";
    }

    @Override
    public String foundNote(int found, int hidden) {
        return "*Sandbox: " + number(found) + " found by the built-in extractor" + (hidden > 0 ? ", " + number(hidden)
                + " not shown" : "")
                + ". No model has read the text.*";
    }

    @Override
    public String kind(Extractor.Kind kind) {
        return switch (kind) {
            case LINK -> "Link";
            case EMAIL -> "E-mail";
            case DATE -> "Date";
            case MONEY -> "Amount";
            case PERCENT -> "Percentage";
            case TIME -> "Time";
            case PHONE -> "Phone";
            case NAME -> "Name";
            case HEADING -> "Heading";
        };
    }

    @Override
    public String seconds() {
        return "s";
    }

    @Override
    public String minutes() {
        return "min";
    }

    @Override
    public String hours() {
        return "h";
    }
}
