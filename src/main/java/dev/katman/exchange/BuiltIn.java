package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.context.Extractor;
import dev.katman.context.Passage;
import dev.katman.context.Summariser;
import dev.katman.context.TextLanguage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tier 2's last backup: a summary made of the text's own sentences, and patterns found in it. It says what it is. */
final class BuiltIn {
    static final DeploymentId SUMMARY = new DeploymentId("summary", "builtin");
    static final DeploymentId EXTRACTION = new DeploymentId("extraction", "builtin");

    /** Shorter than this there is no text beside the order, and nothing to work on. Characters. */
    private static final int LEAST_TEXT = 80;
    private static final Pattern SUMMARISE = Pattern.compile("summar|sum up|shorten|key points|main points|tl;?dr|özet|ozet|kısalt|kisalt|ana fikir");
    private static final Pattern EXTRACT = Pattern.compile("extract|find all|list all|pull out|çıkar|cikar|ayıkla|ayikla|listele|bul");

    private final Summariser summariser = new Summariser();
    private final Extractor extractor = new Extractor();

    /** @param by {@link #SUMMARY} or {@link #EXTRACTION} */
    record Done(DeploymentId by, String text) {
    }

    /** What can be done about the message without a model; empty where nothing honest can. */
    Optional<Done> answer(String message) {
        Passage passage = Passage.of(message);
        if (passage.body().length() < LEAST_TEXT) {
            return Optional.empty();
        }
        String order = passage.instruction().toLowerCase(Locale.ROOT);
        boolean turkish = TextLanguage.of(message) == TextLanguage.TURKISH;
        if (SUMMARISE.matcher(order).find()) {
            var summary = summariser.message(message);
            return summary.text().isBlank() ? Optional.empty() : Optional.of(new Done(SUMMARY, summary.text() + "\n\n*"
                    + (turkish ? "Bunu bir model yazmadı: yer açılmadığı için metnin kendi tümcelerinden %d / %d tanesi seçildi."
                            : "No model wrote this: nobody had room, so %d of the text's own %d sentences were picked.")
                    .formatted(summary.kept(), summary.of()) + "*"));
        }
        if (EXTRACT.matcher(order).find()) {
            List<Extractor.Found> found = extractor.find(passage.body(), extractor.asked(passage.instruction()));
            return found.isEmpty() ? Optional.empty() : Optional.of(new Done(EXTRACTION, found.stream()
                    .map(f -> "- " + f.text()).collect(Collectors.joining("\n")) + "\n\n*"
                    + (turkish ? "Bunu bir model bulmadı: yer açılmadığı için metin kalıplarla tarandı, gözden kaçan olabilir."
                            : "No model found this: nobody had room, so the text was searched by patterns, which may miss some.") + "*"));
        }
        return Optional.empty();
    }
}
