package dev.trendlake.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SecretKeyTest {
    @Test
    void looksLikePostHogsAndIsNeverTheSame() {
        SecureRandom random = new SecureRandom();

        assertThat(Stream.generate(() -> SecretKey.next(random)).limit(1_000))
                .allMatch(key -> key.matches("phx_[A-Za-z0-9]{43,}"))
                .doesNotHaveDuplicates();
    }
}
