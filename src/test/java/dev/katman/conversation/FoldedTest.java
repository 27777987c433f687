package dev.katman.conversation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTest {
    @Test
    void turkishLettersAndTheirPlainCousinsAreOne() {
        assertThat(Folded.of("Özetle")).isEqualTo("ozetle");
        assertThat(Folded.of("ÖZETLE")).isEqualTo("ozetle");
        assertThat(Folded.of("IŞIK ışık İşık işik")).isEqualTo("isik isik isik isik");
        assertThat(Folded.of("Çağrı GÜNÜ")).isEqualTo("cagri gunu");
    }

    @Test
    void aWordFoldedByItsLettersKeepsItsLength() {
        var folded = new StringBuilder();
        "IŞIK Âşık rûyâ café".chars().forEach(c -> folded.append(Folded.letter((char) c)));
        assertThat(folded).hasToString("isik asik ruya café");
    }

    @Test
    void whatIsPlainAlreadyOnlyGetsSmall() {
        assertThat(Folded.of("SELECT * FROM users")).isEqualTo("select * from users");
        assertThat(Folded.of("")).isEmpty();
    }
}
