package dev.katman.context;

import dev.katman.conversation.Folded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words of a text, and their folded form: lower case, Turkish letters without their marks, the same in every locale. */
final class Words {
    /** Words that say nothing of what a text is about, in both languages, folded. */
    private static final Set<String> STOP = Set.copyOf(List.of(("the a an of and or but to in on at by for with from as is are was "
            + "were be been being it its this that these those he she they them his her their we our you your i my me not no so if "
            + "than then there here which who whom what when where why how do does did done have has had having will would can "
            + "could should may might must also into over under about after before between during through such more most some any "
            + "each other only very just up out all both own same while because however although yesterday today tomorrow "
            + "meanwhile moreover therefore finally please ve veya ya da de ki ile bir bu su o ne mi mu icin gibi daha cok en her "
            + "hem ise ama fakat ancak lakin cunku eger olarak olan oldu olur oldugu olup olmak olmustur idi dir ben sen biz siz "
            + "onlar onun onu ona bunun bunu buna bana sana sonra once kadar gore kendi bazi tum butun hic sey var yok degil yani "
            + "ayrica bile simdi dun bugun yarin sadece uzere karsi dolayi ragmen boyle soyle nasil neden hangi kim lutfen boylece "
            + "ustelik nitekim oysa halbuki").split(" ")));

    private Words() {
    }

    /** Runs of letters and digits, in their order; an apostrophe ends a word, as Turkish sets a name's endings off with one. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static String fold(String word) {
        var folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            folded.append(Folded.letter(word.charAt(i)));
        }
        return folded.toString();
    }

    static boolean isStop(String folded) {
        return STOP.contains(folded);
    }

    /**
     * What forms of one word share. The first five letters do nearly as well as a stemmer for Turkish, whose words only grow at the
     * end, and well enough for English.
     */
    static String stem(String folded) {
        return folded.length() > 5 ? folded.substring(0, 5) : folded;
    }
}
