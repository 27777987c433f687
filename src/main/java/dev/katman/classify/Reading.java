package dev.katman.classify;

import dev.katman.conversation.Folded;

import java.util.ArrayList;
import java.util.List;

/**
 * A message as the rules see it: its ends, where orders stand ("summarise this:"), apart from the text it brings along, all as
 * folded words, and what its shape tells. Only the head and the tail of a long message are read, since orders stand there; so a
 * huge one costs no more.
 *
 * @param head      folded words that the message opens with, up to where a text that it brings along seems to start
 * @param tail      folded words of a short last paragraph or question after such a text; else empty
 * @param brought   folded words of the text it is asked about; empty where there is none
 * @param words     about how many words the whole message has
 * @param numbers   numbers in what was read
 * @param questions question marks in what was read
 * @param choices   lines such as "B) …"
 * @param points    list items, as a measure of how much is demanded at once
 * @param code      whether it holds code: a fence or back-tick, or lines that end as those of code do
 * @param symbols   mathematical signs and TeX commands
 * @param ends      of the sentences of head and tail, since orders stand there
 */
record Reading(List<String> head, List<String> tail, List<String> brought, long words, int numbers, int questions, int choices,
        int points, boolean code, int symbols, List<Ends> ends) {
    /**
     * The words that a sentence begins and ends with, folded.
     *
     * @param asks whether it ends with a question mark
     */
    record Ends(String first, String last, boolean asks) {
    }

    private static final int HEAD = 3_000;
    private static final int TAIL = 1_000;
    /** An order at the head ends at a colon or an empty line within this many characters. */
    private static final int ORDER = 300;
    /** Below this, what follows a colon is part of the order and no text of its own. */
    private static final int LEAST_BROUGHT = 20;
    private static final int CHARACTERS_A_WORD = 6;
    /** Of so many sentences the ends are kept. */
    private static final int SENTENCES = 12;
    private static final String SIGNS = "√∑∫∏∂∇≤≥≠≈∈∉⊂⊆∪∩∀∃∞→⇒⇔∧∨¬π∆λθ∘⊕⊗ℝℕℤℚ";

    static Reading of(String message) {
        var text = message.strip();
        var read = text;
        if (text.length() > HEAD + TAIL) {
            read = text.substring(0, HEAD) + "\n\n" + text.substring(text.length() - TAIL);
        }
        int cut = orderEnd(read);
        int tail = tailStart(read, cut);
        var first = words(read.substring(0, cut));
        var last = words(read.substring(tail));
        var brought = cut < tail ? words(read.substring(cut, tail)) : new ArrayList<String>();
        long count = text.length() > HEAD + TAIL ? text.length() / CHARACTERS_A_WORD : first.size() + last.size() + brought.size();
        var ends = new ArrayList<Ends>();
        ends(read.substring(0, cut), ends);
        ends(read.substring(tail), ends);
        return shape(read, first, last, brought, count, ends);
    }

    /** The same with the order in its tail: what stands before it is brought along. */
    Reading turned() {
        var text = new ArrayList<>(head);
        text.addAll(brought);
        var last = ends.isEmpty() ? ends : List.of(ends.getLast());
        return new Reading(tail, List.of(), text, words, numbers, questions, choices, points, code, symbols, last);
    }

    private static int orderEnd(String text) {
        int most = Math.min(ORDER, text.length() - LEAST_BROUGHT);
        int end = -1;
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            boolean colonAtLineEnd = c == ':' && (next == '\n' || next == '\r');
            if (colonAtLineEnd) {
                return i + 1; // nothing says "here it comes" more plainly, even after an earlier mark
            }
            if (end < 0 && ((c == ':' && (next <= ' ' || next == '"' || next == '“')) || (c == '\n' && next == '\n'))) {
                end = i + 1;
            }
        }
        if (end >= 0 || text.length() <= 2 * ORDER) {
            return end >= 0 ? end : text.length();
        }
        for (int i = 1; i < ORDER; i++) { // a long text without any mark: its first sentence may be an order
            if (text.charAt(i) <= ' ' && (text.charAt(i - 1) == '.' || text.charAt(i - 1) == '?')) {
                return i;
            }
        }
        return ORDER;
    }

    /** A short last paragraph, or the last question, after a text is where else an order may stand. */
    private static int tailStart(String text, int cut) {
        int line = text.lastIndexOf('\n');
        if (line > cut && text.length() - line <= ORDER) {
            return line;
        }
        if (cut < text.length() && text.endsWith("?")) {
            int stop = text.lastIndexOf(". ");
            return stop > cut && text.length() - stop <= ORDER ? stop : text.length();
        }
        return text.length();
    }

    private static Reading shape(String text, List<String> head, List<String> tail, List<String> brought, long words,
            List<Ends> ends) {
        int numbers = 0;
        int questions = 0;
        int choices = 0;
        int points = 0;
        int symbols = 0;
        int codeEnds = 0;
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? '\n' : text.charAt(i - 1);
            char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            if (c == '\n') {
                lines++;
                codeEnds += before == ';' || before == '{' || before == '}' || before == ')' ? 1 : 0;
            } else if (before == '\n') {
                choices += c >= 'A' && c <= 'E' && (after == ')' || after == '.') ? 1 : 0;
                boolean bullet = (c == '-' || c == '*' || c == '•') && after == ' ';
                boolean numbered = Character.isDigit(c) && (after == '.' || after == ')');
                points += bullet || numbered ? 1 : 0;
            }
            if (Character.isDigit(c) && !Character.isLetterOrDigit(before) && before != '.' && before != ',') {
                numbers++;
            } else if (c == '?') {
                questions++;
            } else if (SIGNS.indexOf(c) >= 0 || c == '\\' && Character.isLetter(after) && after != 'n' || c == '^') {
                symbols++;
            }
        }
        boolean code = text.indexOf('`') >= 0 || (lines >= 4 && codeEnds * 3 >= lines);
        return new Reading(head, tail, brought, words, numbers, questions, choices, points, code, symbols, ends);
    }

    private static void ends(String text, List<Ends> ends) {
        int most = ends.size() + SENTENCES;
        int from = 0;
        for (int i = 0; i <= text.length() && ends.size() < most; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean stop = (c == '.' || c == '!' || c == '?' || c == ':') && (i + 1 >= text.length() || text.charAt(i + 1) <= ' ');
            if (stop || c == '\n') {
                ends(text, from, i, c == '?', ends);
                from = i + 1;
            }
        }
        if (from < text.length()) { // many sentences: the last one too
            int last = text.length();
            while (last > from && ".!?: \n".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            int start = last;
            while (start > from && ".!?:\n".indexOf(text.charAt(start - 1)) < 0) {
                start--;
            }
            ends(text, start, last, text.endsWith("?"), ends);
        }
    }

    private static void ends(String text, int from, int to, boolean asks, List<Ends> ends) {
        var words = words(text.substring(from, to));
        if (!words.isEmpty()) {
            ends.add(new Ends(words.getFirst(), words.getLast(), asks));
        }
    }

    /**
     * Folded words. A hyphen parts words ("lock-free"), an apostrophe does not ("what's", "SQL'de"); a letter held down counts once
     * ("heyyyy").
     */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? Folded.letter(text.charAt(i)) : ' ';
            boolean sign = (c == '+' || c == '#') && !word.isEmpty() && word.charAt(0) == 'c' && word.length() < 3; // c++, c#
            if (Character.isLetterOrDigit(c) || sign) {
                int length = word.length();
                boolean held = Character.isLetter(c) && length >= 2 && word.charAt(length - 1) == c && word.charAt(length - 2) == c;
                if (held) {
                    word.setLength(length - 1);
                } else {
                    word.append(c);
                }
            } else if (c != '\'' && c != '’' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
