package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.context.PatternTable;
import dev.katman.context.Summariser;
import dev.katman.context.TextLanguage;
import dev.katman.conversation.Column;
import dev.katman.documents.Fragment;

import java.util.ArrayList;
import java.util.List;

/** A piece of a preparation without a model: sentences of the text's own, and what patterns find. */
final class Unaided {
    private static final int OF_A_PART = 4;
    private static final int OF_ALL = 14;

    private final Summariser summariser = new Summariser();
    private final PatternTable patterns = new PatternTable();

    /** @param last whether it is the summary of the whole, and not of a part */
    String summary(String text, boolean last) {
        String summary = summariser.text(text, last ? OF_ALL : OF_A_PART).text();
        return summary.isBlank() ? text.strip() : summary; // nothing but figures and signs: there is no sentence to pick
    }

    List<Column> columns(List<Fragment> fragments) {
        return patterns.columns(Portions.text(fragments), fragments.stream().anyMatch(fragment -> !fragment.place().heading().isEmpty()));
    }

    List<List<String>> rows(List<Fragment> fragments, List<Column> columns) {
        var rows = new ArrayList<List<String>>();
        fragments.forEach(fragment -> rows.addAll(patterns.rows(fragment.text(), fragment.place().heading(), columns)));
        return rows;
    }

    static boolean did(DeploymentId by) {
        return by.equals(BuiltIn.SUMMARY) || by.equals(BuiltIn.EXTRACTION);
    }

    /**
     * What the result says of it, in the language of the text.
     *
     * @param pieces  in all
     * @param unaided of these, without a model; at least one
     */
    static String note(String text, int pieces, int unaided) {
        boolean turkish = TextLanguage.of(text) == TextLanguage.TURKISH;
        if (unaided == pieces) {
            return turkish ? "*Bunu bir model yapmadı: ulaşılabilen model olmadığı için tümceler metnin kendisinden seçildi, bilgiler kalıplarla "
                    + "bulundu. Gözden kaçan olabilir.*"
                    : "*No model made this: none was in reach, so sentences were picked from the text itself and things were found by patterns. "
                    + "Some may be missing.*";
        }
        return (turkish ? "*%2$d parçanın %1$d tanesi model olmadan hazırlandı: o sırada ulaşılabilen model yoktu. Oralarda gözden kaçan olabilir.*"
                : "*%d of %d pieces were prepared without a model, because none was in reach then. Some things may be missing there.*")
                .formatted(unaided, pieces);
    }
}
