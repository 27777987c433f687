package dev.katman.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import dev.katman.catalog.Model;
import dev.katman.catalog.Model.Vocabulary;
import dev.katman.conversation.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TokenCounterTest {
    private static final String ENGLISH = "The harbour was quiet that evening, and the boats that had come in late lay close "
            + "together. ";
    private static final String TURKISH = "Akşam olduğunda liman sessizleşmişti ve geç gelen kayıklar birbirine yakın duruyordu. ";

    private final TokenCounter counter = new TokenCounter();

    @Test
    void anO200kTextIsCountedExactly() {
        assertThat(counter.text(model(Vocabulary.O200K), "hello world")).isEqualTo(2);
        assertThat(counter.text(model(Vocabulary.O200K), "")).isZero();
    }

    @Test
    void cuttingALongTextForTheEncoderChangesNoCount() {
        var whole = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        for (var text : List.of(ENGLISH.repeat(300), TURKISH.repeat(300))) {
            assertThat(text).hasSizeLessThan(TokenCounter.COUNTED_WHOLE);
            assertThat(counter.text(model(Vocabulary.O200K), text)).isEqualTo(whole.countTokensOrdinary(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|endoftext|>", "<|start|>system<|message|>", "<|endofprompt|> and more"})
    void marksOfTheTemplateInAUsersTextAreText(String text) {
        assertThat(counter.text(model(Vocabulary.O200K), text)).isGreaterThan(3);
    }

    /** The measured characters a token of facts: no family may count a typical text lower than that. */
    @Test
    void noVocabularyIsUnderCounted() {
        var english = ENGLISH.repeat(20);
        var turkish = TURKISH.repeat(20);
        double o200kEnglish = counter.text(model(Vocabulary.O200K), english);
        double o200kTurkish = counter.text(model(Vocabulary.O200K), turkish);
        assertThat((double) counter.text(model(Vocabulary.LLAMA3), english)).isGreaterThan(o200kEnglish * 4.93 / 4.85);
        assertThat((double) counter.text(model(Vocabulary.LLAMA3), turkish)).isGreaterThan(o200kTurkish * 3.71 / 3.78);
        assertThat((double) counter.text(model(Vocabulary.QWEN), english)).isGreaterThan(o200kEnglish * 4.93 / 4.84);
        assertThat((double) counter.text(model(Vocabulary.QWEN), turkish)).isGreaterThan(o200kTurkish * 3.71 / 3.21);
        assertThat(counter.text(model(Vocabulary.OTHER), turkish)).isGreaterThanOrEqualTo(counter.text(model(Vocabulary.QWEN),
                turkish));
    }

    @ParameterizedTest
    @EnumSource(Vocabulary.class)
    void aPromptCostsMoreThanItsTextsAndGrowsWithItsMessages(Vocabulary vocabulary) {
        var model = model(vocabulary);
        var one = counter.prompt(model, List.of(Message.user("hello world")));
        var two = counter.prompt(model, List.of(Message.system("be kind"), Message.user("hello world")));
        assertThat(one).isGreaterThan(counter.text(model, "hello world"));
        assertThat(two).isGreaterThan(one + 2);
    }

    @Test
    void theTemplateOfGptOssIsCounted() {
        assertThat(counter.prompt(model(Vocabulary.O200K), List.of(Message.user("hello world")))).isBetween(70L, 80L);
    }

    @Test
    void aHugeTextIsSampledOnTheCarefulSideAndQuickly() {
        counter.warmUp();
        var mixed = ENGLISH.repeat(10_000) + "9f86d081884c7d659a2feaa0c55ad015".repeat(60_000)
                + TURKISH.repeat(80_000); // 10 M characters
        long start = System.nanoTime();
        long counted = counter.text(model(Vocabulary.O200K), mixed);
        var took = Duration.ofNanos(System.nanoTime() - start);
        var model = model(Vocabulary.O200K);
        double scaled = counter.text(model, ENGLISH.repeat(100)) * 100.0 + counter.text(model,
                "9f86d081884c7d659a2feaa0c55ad015".repeat(600)) * 100.0
                + counter.text(model, TURKISH.repeat(100)) * 800.0;
        assertThat((double) counted).isBetween(scaled * 0.98, scaled * 1.25);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void junkOfAnyKindIsCountedWithoutFaultAndInBoundedTime() {
        long seed = 20_261_122;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        long start = System.nanoTime();
        for (int length : List.of(1, 3_999, 4_000, 4_001, 4_002, 48_001, 300_000)) {
            var any = new StringBuilder();
            for (int i = 0; i < length; i++) {
                any.append((char) random.nextInt(0x10000)); // lone surrogates too
            }
            assertThat(counter.text(model(Vocabulary.OTHER), any.toString())).isPositive();
            assertThat(counter.text(model(Vocabulary.OTHER), "a".repeat(length))).isPositive();
            assertThat(counter.text(model(Vocabulary.OTHER), "😀".repeat(length))).isPositive();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    private static Model model(Vocabulary vocabulary) {
        return new Model("m", "M", 131_072, vocabulary, false);
    }
}
