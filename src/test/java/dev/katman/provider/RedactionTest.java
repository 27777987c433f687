package dev.katman.provider;

import dev.katman.conversation.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {
    private final Redaction redaction = new Redaction(Optional.of(new Secret("Zx9/plain+key=")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "in organization `org_01hq3kz` service tier|org_01hq3kz",
            "in organization org-AbCdEf123456 on tokens|org-AbCdEf123456",
            "organization 'acme corp' is not allowed|acme corp",
            "Not found for account 'b1946ac9-2492'|b1946ac9",
            "Incorrect API key provided: sk-proj-ab12****cd34.|ab12",
            "Incorrect API key provided: sk-pr...|sk-pr",
            "key gsk_Q7fXv0aB is wrong|Q7fXv0aB",
            "key csk-9fk3n4m5 is wrong|9fk3n4m5",
            "key AIzaSyD-12_34 is wrong|SyD-12",
            "sent Authorization: Bearer abc.def.ghi here|abc.def",
            "sent BEARER abc.def.ghi here|abc.def",
            "you sent Zx9/plain+key= to us|Zx9",
            "you sent Zx9%2Fplain%2Bkey%3D to us|plain",
            "you sent ZX9/PLAIN+KEY= to us|PLAIN",
            "ask ada.l+x@example.co.uk about it|example",
            "{\"user_id\":\"user_2b7Xq9kLmN0pRsTu\"|2b7Xq9"})
    void nothingPrivateStays(String words, String never) {
        assertThat(redaction.reason(words, "")).doesNotContain(never).contains(Redaction.MASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Rate limit reached for model `openai/gpt-oss-120b` on tokens per day (TPD): Limit 200000, Used 199336",
            "task-forces and risk-aware models of an organization",
            "code model_permission_blocked_org",
            "gpt-oss-120b@groq has no room",
            "Lütfen yeniden deneyin, İstanbul"})
    void whatIsNotPrivateStays(String words) {
        assertThat(redaction.reason(words, "")).isEqualTo(words);
    }

    @Test
    void itIsOneLineOfBoundedLengthAndNeverEmpty() {
        assertThat(redaction.reason("a\r\n\u0000\tb", "")).isEqualTo("a b");
        assertThat(redaction.reason(" \n ", "nothing said")).isEqualTo("nothing said");
        String cut = redaction.reason("🙂".repeat(2_000), "");
        assertThat(cut).hasSizeLessThanOrEqualTo(Failure.REASON_LENGTH).endsWith("…");
        assertThat(cut.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }

    @Test
    void aKeyThatTheCutWouldSplitIsTakenOutFirst() {
        String words = "x".repeat(Failure.REASON_LENGTH - 5) + " Zx9/plain+key=";
        assertThat(redaction.reason(words, "")).doesNotContain("Zx9");
    }

    @Test
    void theKeyNeverSurvivesAnyGarbageAroundIt() {
        long seed = 20261122;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var words = new StringBuilder();
            for (int part = random.nextInt(12); part >= 0; part--) {
                int kind = random.nextInt(4);
                words.append(kind == 0
                        ? "Zx9/plain+key=" : kind == 1 ? "org_01hq3kzfe" : Character.toString(random.nextInt(0xD7FF)));
            }
            assertThat(redaction.reason(words.toString(), "")).as("seed %d, words %s", seed, words)
                    .doesNotContain("Zx9/plain+key=").doesNotContain("org_01hq3kzfe");
        }
    }

    @Test
    void aHugeBodyCostsLittle() {
        redaction.reason("a".repeat(1 << 18), "");
        redaction.reason("bearer ".repeat(1 << 15), "");
        redaction.reason("a.".repeat(1 << 17) + "@", "");
        redaction.reason("organization `".repeat(1 << 14), "");
    }
}
