package dev.trendlake.intake.captured;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lines of an object, in a file for each project, with their numbers. Bounded in memory. */
final class ProjectLines implements AutoCloseable {
    /** What is held of all projects together before it is written. */
    private static final int IN_MEMORY = 8 << 20;

    private static final char AFTER_NUMBER = ' ';

    private final Path folder;
    private final Map<Long, ByteArrayOutputStream> open = new TreeMap<>();
    private final SortedSet<Long> projects = new TreeSet<>();
    private int held;

    /** Takes a line. */
    @FunctionalInterface
    interface LineTaker {
        void take(long number, String line) throws IOException;
    }

    ProjectLines() throws IOException {
        folder = Files.createTempDirectory("trendlake-captured-");
    }

    /** Adds a line without a line feed. */
    void add(long project, long number, String line) throws IOException {
        byte[] bytes = (number + " " + line + "\n").getBytes(StandardCharsets.UTF_8);
        projects.add(project);
        open.computeIfAbsent(project, _ -> new ByteArrayOutputStream()).writeBytes(bytes);
        held += bytes.length;
        if (held > IN_MEMORY) {
            write();
        }
    }

    /** Whose lines there are. */
    SortedSet<Long> projects() {
        return projects;
    }

    /** Gives the lines of a project in their order, with their numbers in the object. */
    void read(long project, LineTaker taker) throws IOException {
        write();
        try (BufferedReader lines = Files.newBufferedReader(file(project))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(AFTER_NUMBER);
                taker.take(Long.parseLong(line.substring(0, end)), line.substring(end + 1));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(ProjectLines::delete);
        }
        Files.delete(folder);
    }

    private void write() throws IOException {
        for (Map.Entry<Long, ByteArrayOutputStream> lines : open.entrySet()) {
            Files.write(
                    file(lines.getKey()),
                    lines.getValue().toByteArray(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        open.clear();
        held = 0;
    }

    private Path file(long project) {
        return folder.resolve(Long.toString(project));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
