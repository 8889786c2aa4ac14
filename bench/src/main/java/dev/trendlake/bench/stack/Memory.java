package dev.trendlake.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The resident memory of a stack's processes, as Linux tells it. */
final class Memory {
    private final ProcessHandle stack;

    Memory(ProcessHandle stack) {
        this.stack = stack;
    }

    /** Of the process with engine, gateway and S3, in MB. */
    long ofHost() {
        return megabytes(stack.pid());
    }

    /**
     * Of its child processes whose command line has a word, in MB each.
     *
     * @param word for example a handler's name
     */
    List<Long> ofChildren(String word) {
        try (Stream<ProcessHandle> children = stack.descendants()) {
            return children.filter(Memory::isJava)
                    .map(ProcessHandle::pid)
                    .filter(pid -> read(pid, "cmdline").contains(word))
                    .map(Memory::megabytes)
                    .toList();
        }
    }

    // Beside DynamoDB Local there is a shell that ends it.
    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private static long megabytes(long pid) {
        return read(pid, "status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
