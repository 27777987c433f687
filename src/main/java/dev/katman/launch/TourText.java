package dev.katman.launch;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.routing.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A conversation in which everything stands that an answer may be made of, so that it can be looked at. */
final class TourText {
    private static final String QUESTION = "Show me everything: ağır bir örnek, please 🙂\n  - with two lines, and what I typed left alone: *so* $5";
    private static final String ANSWER = """
            # A bucket that refills
            A level *drains* and **refills**; what does not fit is ~~lost~~ ***refused***, with `Retry-After: 72` and a
            [page that explains it](https://example.org/limits?of=tokens). Bare addresses too: https://example.org/a_b_c.
            What is claimed has its source[^1], and its limits[^limits].
            A price of $5 or $6 stays a price; "2 < 3 & 4 > 3" and <b>tags</b> stay text.

            ## Lists
            1. First, look at what is left
               - tokens of this minute
                 - and of this day

                   with a word on it
            2. Then decide:
            - [x] judged
            - [ ] answered

            > A quotation, with *stress*,
            > on two lines.
            >
            > > And one within it.

            ### Formulas
            The level at time $t$ is $\\ell(t)=\\max\\left(0,\\ell_0-\\frac{c}{86400}\\,t\\right)$, and \\(\\alpha_i \\le \\beta\\) for all of them:

            $$
            \\sum_{i=1}^{n} x_i^2 = \\int_0^1 f(u)\\,du \\quad\\Rightarrow\\quad A=\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
            $$

            What does not parse stays as it is: $\\nosuch{x}$.

            | model | day | left |
            |---|--:|:-:|
            | **kimi-k2** | 300 000 | `12 %` |
            | llama-4-scout, which has a long name and a note of its own behind it | 500 000 | ✔ |

            ```python
            def level(now: float, log: list[tuple[float, int]]) -> float:
                \"""What is in the bucket; a long line follows, which can be scrolled to the side or broken, as one likes, with the button.\"""
                total = 0.0  # tokens
                for at, tokens in log:
                    total = max(0.0, total - (now - at) * RATE) + tokens
                return f"{total:.1f}"
            ```

            ```sql
            SELECT user_id, COUNT(*) AS days FROM logins WHERE day >= DATE '2026-01-01' GROUP BY user_id; -- the longest run
            ```

            ---
            Emoji: 🎉 👍🏽 👩‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 🇹🇷 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F 1️⃣ ❤️ ☑ ✏ ✔. Nothing hides: user\u202Egnp.exe and \u0007.
            İğne, ışık, ğüşöç; شكرا and תודה.

            A picture is named, not fetched: ![the level over a day](https://example.org/level.png)

            שלום, זו פסקה שנקראת מימין לשמאל: היא מתחילה בצד ימין, ובתוכה גם `Retry-After: 72` ומילים ב-English, והיא ארוכה משורה אחת.

            1. ראשית, מה נשאר
               - להיום
            2. אחר כך מחליטים

            > اقتباس بالعربية، يبدأ من اليمين، ويمتد على أكثر من سطر واحد إذا كانت النافذة ضيقة كما هي هنا.

            [^1]: Said in *RFC 6585*, section 4; see [the text](https://example.org/rfc6585).
            [^limits]: Of a provider that tells them. Where one does not, our own count holds.

                It is marked as such.
            """;

    private TourText() {
    }

    /** Writes it into a journal. */
    static ConversationId write(Journal journal, Instant at) {
        var ids = new Ids(() -> at, new Random(8));
        var asked = new MessageRow(ids.message(), ids.conversation(), Role.USER, QUESTION, at, MessageRow.State.PENDING, ids.decision());
        journal.accept(asked, Optional.empty());
        journal.decided(asked.decision(), new Decision(new Assessment(MessageType.CHAT, 4, 0.9, Assessment.LOCAL, Duration.ofMillis(2)), Tier.CONVERSATION,
                Mode.PACED, Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of()));
        var answer = new MessageRow(ids.message(), asked.conversation(), Role.ASSISTANT, ANSWER, at, MessageRow.State.DONE, asked.decision());
        journal.finished(new Ending(asked.decision(), asked.id(), asked.conversation(), MessageRow.State.DONE, Optional.of(answer), Optional.empty(),
                Optional.of(DeploymentId.parse("kimi-k2-instruct@sandbox")), Duration.ofSeconds(2), Optional.empty(), at));
        return asked.conversation();
    }
}
