package dev.trendlake.local.dynamodb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Fetches Amazon's DynamoDB Local with Maven, once, on the user's own machine.
 *
 * <p>It is not open source. Its licence (in its jar) allows internal use in connection with AWS by
 * holders of an AWS account, and forbids to ship it or to build it into other programs: it is never
 * on the class path of Trendlake, and never part of what Trendlake publishes.
 */
final class DynamoDbLocalDownload {
    private final Path folder;

    /**
     * @param folder where its jars are kept
     */
    DynamoDbLocalDownload(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The folder with the jars, after fetching them when it is not there. */
    Path jars() throws IOException, InterruptedException {
        Path jars = folder.resolve("3.3.1");
        if (Files.isDirectory(jars)) {
            return jars;
        }
        Files.createDirectories(folder);
        Path arriving = Files.createTempDirectory(folder, "arriving");
        try {
            fetch(arriving);
            take(arriving.resolve("jars"), jars);
        } finally {
            delete(arriving);
        }
        return jars;
    }

    private static void fetch(Path target) throws IOException, InterruptedException {
        Path pom = target.resolve("pom.xml");
        try (InputStream resource =
                Objects.requireNonNull(
                        DynamoDbLocalDownload.class.getResourceAsStream("dynamodb-local.xml"))) {
            Files.copy(resource, pom);
        }
        Path log = target.resolve("maven.log");
        if (maven(pom, target.resolve("jars"), log).waitFor() != 0) {
            throw new IOException(
                    "Maven could not fetch DynamoDB Local:\n" + Files.readString(log));
        }
    }

    private static Process maven(Path pom, Path jars, Path log) throws IOException {
        try {
            return new ProcessBuilder(command(pom, jars))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "DynamoDB Local is fetched with Maven, and 'mvn' can't be run: put it on the"
                            + " PATH, or use another DynamoDB endpoint",
                    e);
        }
    }

    private static List<String> command(Path pom, Path target) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return List.of(
                windows ? "mvn.cmd" : "mvn",
                "-q",
                "-B",
                "-f",
                pom.toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies",
                "-DoutputDirectory=" + target);
    }

    private static void take(Path arrived, Path jars) throws IOException {
        try {
            Files.move(arrived, jars, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(arrived, jars);
        } catch (FileSystemException e) {
            // Another process, which fetched them meanwhile, may have been first.
            if (!Files.isDirectory(jars)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
