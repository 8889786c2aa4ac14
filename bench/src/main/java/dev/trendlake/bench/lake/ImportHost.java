package dev.trendlake.bench.lake;

import dev.trendlake.bench.stack.BenchProject;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.StackClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that loads files and nothing else, so that its time and its memory are the import's
 * own. Prints the events that were taken and repeated, the milliseconds that it took, the most
 * memory that it had, in kB, and the milliseconds that processors were at work on it.
 */
final class ImportHost {
    private ImportHost() {}

    /** Takes the folder of the stack, and the folder of the files. */
    public static void main(String[] arguments) throws IOException, LoadFailed {
        try (StackClients clients =
                        new StackClients(
                                new RunningFile(Path.of(arguments[0])).find().orElseThrow());
                Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            List<EventSource> sources = files.sorted().map(EventSource::of).toList();
            long begin = System.nanoTime();
            LoadReport report =
                    clients.loader(Clock.systemUTC())
                            .load(BenchProject.ID, sources, BadLines.LEFT_OUT, LoadListener.none());
            long took = (System.nanoTime() - begin) / 1_000_000;
            System.out.printf(
                    "%d %d %d %d %d%n",
                    report.taken(), report.repeated(), took, mostMemory(), cpuMilliseconds());
        }
        // The clients' threads must not keep the process.
        System.exit(0);
    }

    private static long cpuMilliseconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static long mostMemory() throws IOException {
        return Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
