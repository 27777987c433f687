package dev.katman.sandbox;

import dev.katman.conversation.Folded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a message is about, as far as its own words tell. */
final class Topics {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern END = Pattern.compile("[\\s.,;:!?…–-]+$");
    /** What stands last in a title that was cut has at least so many letters. */
    private static final int LEAST_LAST = 3;
    private static final Pattern FENCE = Pattern.compile("(?s)```.*?(?:```|$)");

    /** Words that say what is wanted, or nothing; folded. */
    private static final Set<String> EMPTY = Set.copyOf(List.of((
            "about above after again also and any are because been before being below between both but can could did does "
            + "doing down during each few for from further get give had has have having hello help here hey how into its just "
            + "know let like make many may me might more most much must need not now off once one only other our out over own "
            + "please same should show since some such tell than thank thanks that the their them then there these they thing "
            + "this those through too under until up use using very want was way were what when where which while who whom why "
            + "will with without would write you your explain good acaba ama ancak arada arasinda artik asla aslinda ayni bana "
            + "bazi belki beni benim bence bile bir biraz bircok biri birkac bize bizim boyle bunu bunun cok cunku daha degil "
            + "demek diye dolayi eden eder edilen fakat falan filan gibi gore hangi hatta hem hepsi her herkes hic icin ile "
            + "ilgili ise iste istiyorum kadar karsi kendi kim lazim lutfen merhaba misin misiniz mutlaka nasil neden nedir "
            + "nerede nicin niye olan olarak oldu oldugu olmak olsun olur onlar onun oyle ragmen sana sanki sen senin sey siz "
            + "sizin sonra soyle tabi tesekkurler tum uzere var veya veyahut yani yap yapar yaz yazar yine yok zaten anlat "
            + "acikla goster ver bul hakkinda bugun selam musun musunuz").split(" ")));

    private Topics() {
    }

    /** Up to that many words that carry the message: the longer ones first chosen, given back in its own order. */
    static List<String> of(String message, int most) {
        var byFolded = new LinkedHashMap<String, String>();
        var words = WORD.matcher(FENCE.matcher(message.substring(0, Math.min(2_000, message.length()))).replaceAll(" "));
        while (words.find()) {
            String folded = Folded.of(words.group());
            if (folded.length() >= 3 && !EMPTY.contains(folded) && !folded.matches("[0-9-]+")) {
                byFolded.putIfAbsent(folded, words.group());
            }
        }
        var all = new ArrayList<>(byFolded.values());
        var chosen = all.stream().sorted((a, b) -> Integer.compare(Math.min(9, b.length()), Math.min(9, a.length()))).limit(most)
                .toList();
        all.retainAll(chosen);
        return all;
    }

    /** The first words as a title: no marks of Markdown, no full stop. */
    static String title(String text, int words, Locale locale) {
        String plain = FENCE.matcher(text).replaceAll(" ").replaceAll("[#*_`>|\\[\\]]+", " ").strip();
        String line = plain.lines().findFirst().orElse("").strip();
        String[] parts = line.split("\\s+");
        int end = Math.min(words, parts.length);
        while (end > 1 && end < parts.length && parts[end - 1].length() < LEAST_LAST) {
            end--; // "how a" is no end
        }
        String title = END.matcher(String.join(" ", List.of(parts).subList(0, end))).replaceAll("");
        if (title.isEmpty()) {
            return "Katman";
        }
        int first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(locale) + title.substring(first);
    }

    /** Text that cannot break out of a table cell or a quotation. */
    static String inline(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }

    /** The beginning, whole words, at most that many characters. */
    static String beginning(String text, int most) {
        String line = inline(text);
        if (line.length() <= most) {
            return line;
        }
        int space = line.lastIndexOf(' ', most);
        int end = space > most / 2 ? space : Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return END.matcher(line.substring(0, end)).replaceAll("") + "…";
    }
}
