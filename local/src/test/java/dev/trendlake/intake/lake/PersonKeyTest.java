package dev.trendlake.intake.lake;

import static io.trino.operator.scalar.VarbinaryFunctions.fromBigEndian64;
import static io.trino.operator.scalar.VarbinaryFunctions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.lake.PersonKey;
import io.airlift.slice.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "fea61af6-78a1-5be4-abb5-da863ab6b5c1",
                "größe😀",
                "0123456789012345678901234567890123456789"
            })
    void isWhatTheEngineComputes(String personId) {
        assertThat(PersonKey.of(personId))
                .isEqualTo(fromBigEndian64(xxhash64(Slices.utf8Slice(personId))));
    }

    @Test
    void isTheXxh64OfItsAuthors() {
        // Test vectors of the xxHash specification, seed 0.
        assertThat(PersonKey.of("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(PersonKey.of("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(PersonKey.of("abc")).isEqualTo(0x44BC2CF5AD770999L);
    }
}
