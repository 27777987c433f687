package dev.katman.documents;

import dev.katman.context.TextLanguage;
import org.mozilla.universalchardet.UniversalDetector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells how the letters of a text file are written. */
final class Encoding {
    static final Charset TURKISH = Charset.forName("windows-1254");

    /** More letters beyond ASCII than this, and it is no Turkish: it has one in seven. */
    private static final double MOST_BEYOND_ASCII = .35;

    private Encoding() {
    }

    /**
     * UTF-16 or UTF-8 by its mark, UTF-8 where all of it is, windows-1254 where that reads as Turkish, else what the detector thinks.
     *
     * @param head the first bytes, enough to tell a language
     * @param all  opens the whole of it
     */
    static Charset of(byte[] head, Opened all) throws IOException {
        String marked = UniversalDetector.detectCharsetFromBOM(head);
        if (marked != null) {
            return Charset.forName(marked);
        }
        if (looksLikeUtf16(head)) {
            return head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        try (InputStream stream = all.open()) {
            if (isUtf8(stream)) {
                return StandardCharsets.UTF_8;
            }
        }
        if (readsAsTurkish(new String(head, TURKISH))) {
            return TURKISH;
        }
        try (InputStream stream = all.open()) {
            String thought = UniversalDetector.detectCharset(stream);
            return switch (String.valueOf(thought)) {
                // The two share all but six signs, which are Turkish in the one and Icelandic in the other.
                case "WINDOWS-1252" -> TURKISH;
                // Hardly apart in a short text, and of the two only this one is still written.
                case "MACCYRILLIC" -> Charset.forName("windows-1251");
                case String other -> thought != null && Charset.isSupported(other) ? Charset.forName(other) : TURKISH;
            };
        }
    }

    /** Opens a stream on a text from its start. */
    @FunctionalInterface
    interface Opened {
        InputStream open() throws IOException;
    }

    /** Every second byte of European text in UTF-16 is zero. */
    static boolean looksLikeUtf16(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        return pairs >= 4 && (even > pairs * .8 && odd == 0 || odd > pairs * .8 && even == 0);
    }

    private static boolean isUtf8(InputStream stream) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var characters = CharBuffer.allocate(1 << 16);
        for (int n = stream.read(bytes.array(), bytes.position(), bytes.remaining()); n >= 0;
                n = stream.read(bytes.array(), bytes.position(), bytes.remaining())) {
            bytes.position(bytes.position() + n).flip();
            if (decoder.decode(bytes, characters.clear(), false).isError()) {
                return false;
            }
            bytes.compact();
        }
        return !decoder.decode(bytes.flip(), characters.clear(), true).isError();
    }

    private static boolean readsAsTurkish(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long beyond = text.chars().filter(c -> c > 127 && Character.isLetter(c)).count();
        return beyond > 0 && beyond < letters * MOST_BEYOND_ASCII && TextLanguage.of(text) == TextLanguage.TURKISH;
    }

    /** Whether these are bytes of no text: zeroes, or more control signs than any text has. */
    static boolean isBinary(byte[] head) {
        if (UniversalDetector.detectCharsetFromBOM(head) != null || looksLikeUtf16(head)) {
            return false;
        }
        int control = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            control += b > 0 && b < 32 && "\t\n\r\f\u001B".indexOf(b) < 0 ? 1 : 0;
        }
        return control * 50 > head.length;
    }

    /** The first bytes as text, for a look. */
    static String glance(byte[] head, Charset charset) {
        String text = new String(head, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static boolean startsWith(byte[] head, String ascii) {
        byte[] sign = ascii.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= sign.length && Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
    }
}
