package dev.trendlake.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what is added to the log files of a folder. */
final class LogTail {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST_AT_ONCE = 1 << 20;

    private final Path folder;
    private final PrintWriter out;
    private final Map<Path, Long> seen = new HashMap<>();

    /** Takes the folder; what its files hold already is not printed. */
    LogTail(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
        files().forEach(file -> seen.put(file, file.toFile().length()));
    }

    /** Prints until this thread is interrupted. */
    void follow() throws InterruptedException {
        while (true) {
            files().forEach(this::print);
            out.flush();
            Thread.sleep(PAUSE);
        }
    }

    private void print(Path file) {
        long from = seen.getOrDefault(file, 0L);
        byte[] added = added(file, from);
        out.print(new String(added, StandardCharsets.UTF_8));
        seen.put(file, from + added.length);
    }

    private static byte[] added(Path file, long from) {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.clamp(content.length() - from, 0, MOST_AT_ONCE)];
            content.seek(from);
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
