package dev.trendlake.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void printsWhatIsAdded() throws IOException, InterruptedException {
        Path log = Files.writeString(folder.resolve("a.log"), "before\n");
        StringWriter out = new StringWriter();
        LogTail tail = new LogTail(folder, new PrintWriter(out));
        Thread follower = Thread.ofVirtual().start(() -> follow(tail));
        Files.writeString(log, "after\n", StandardOpenOption.APPEND);

        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (out.toString().isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        follower.interrupt();

        assertThat(out.toString()).isEqualTo("after\n");
    }

    private static void follow(LogTail tail) {
        try {
            tail.follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
