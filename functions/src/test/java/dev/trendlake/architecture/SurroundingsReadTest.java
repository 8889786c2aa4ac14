package dev.trendlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the rule about clock and environment finds what it is for. */
class SurroundingsReadTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                AsksForTheInstant.class,
                AsksForTheDate.class,
                RefersToNow.class,
                MakesAClock.class,
                ReadsAVariable.class
            })
    void finds(Class<?> type) {
        assertThat(breaksTheRule(type)).isTrue();
    }

    @Test
    void letsAGivenClockBeRead() {
        assertThat(breaksTheRule(ReadsAGivenClock.class)).isFalse();
    }

    private static boolean breaksTheRule(Class<?> type) {
        return noClasses()
                .should()
                .accessTargetWhere(SurroundingsRead.ANY)
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    static final class AsksForTheInstant {
        Instant read() {
            return Instant.now();
        }
    }

    static final class AsksForTheDate {
        LocalDate read() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static final class RefersToNow {
        Supplier<Instant> read() {
            return Instant::now;
        }
    }

    static final class MakesAClock {
        Clock read() {
            return Clock.systemUTC();
        }
    }

    static final class ReadsAVariable {
        String read() {
            return String.valueOf(System.getenv("PATH"));
        }
    }

    record ReadsAGivenClock(InstantSource clock, Clock other) {
        Instant read() {
            return clock.instant().plusMillis(LocalDate.now(other).toEpochDay());
        }
    }
}
