package dev.trendlake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final RememberedTokens tokens =
            new RememberedTokens(
                    token -> {
                        asked.add(token);
                        return token.startsWith("phc_") ? OptionalLong.of(7) : OptionalLong.empty();
                    },
                    () -> now);

    @Test
    void asksAgainForAKnownOneAfterAMinute() {
        tokens.projectOf("phc_a");
        pass(Duration.ofMillis(59_999));
        assertThat(tokens.projectOf("phc_a")).hasValue(7);
        assertThat(asked).hasSize(1);
        pass(Duration.ofMillis(1));
        assertThat(tokens.projectOf("phc_a")).hasValue(7);
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainForAnUnknownOneAfterTenSeconds() {
        tokens.projectOf("x");
        pass(Duration.ofMillis(9_999));
        assertThat(tokens.projectOf("x")).isEmpty();
        assertThat(asked).hasSize(1);
        pass(Duration.ofMillis(1));
        tokens.projectOf("x");
        assertThat(asked).hasSize(2);
    }

    @Test
    void forgetsThoseThatWereAskedForLongestAgo() {
        tokens.projectOf("phc_first");
        for (int i = 0; i < 9_999; i++) {
            tokens.projectOf("phc_" + i);
        }
        tokens.projectOf("phc_first");
        tokens.projectOf("phc_last");
        asked.clear();

        tokens.projectOf("phc_first");
        tokens.projectOf("phc_0");

        assertThat(asked).containsExactly("phc_0");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
