package dev.trendlake.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.intake.load.RefusedLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong time = new AtomicLong(5);
    private final LoadProgress progress =
            new LoadProgress(new PrintStream(bytes, true, UTF_8), time::get);

    @Test
    void isSilentWhileALoadIsShort() {
        progress.read(1);
        progress.writing(4);
        assertThat(bytes.toString(UTF_8)).isEmpty();
    }

    @Test
    void tellsLinesAndRateWhenItLasts() {
        time.addAndGet(TimeUnit.SECONDS.toNanos(2));
        progress.read(100_000);
        progress.read(100_001);
        progress.writing(4);
        assertThat(bytes.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        "100,000 lines read, 50,000 a second\nwriting 4 days\n");
    }

    @Test
    void namesARefusedLineAtOnce() {
        progress.refused(new RefusedLine("a.jsonl", 7, "no uuid"));
        assertThat(bytes.toString(UTF_8)).isEqualToNormalizingNewlines("a.jsonl:7: no uuid\n");
    }
}
