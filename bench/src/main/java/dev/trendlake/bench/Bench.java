package dev.trendlake.bench;

import dev.trendlake.bench.lake.LakeBenchmark;
import dev.trendlake.bench.stack.BytesBenchmark;
import dev.trendlake.bench.stack.CacheBenchmark;
import dev.trendlake.bench.stack.FunctionsBenchmark;
import dev.trendlake.bench.stack.QuestionsBenchmark;
import dev.trendlake.bench.stack.StackBenchmark;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs the benchmark that is named. */
public final class Bench {
    private Bench() {}

    /** Takes the benchmark's name; the property {@code trendlake.home} is the checkout. */
    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(System.getProperty("trendlake.home", "")).toAbsolutePath();
        PrintStream out = System.out;
        switch (arguments.length > 0 ? arguments[0] : "") {
            case "stack" -> new StackBenchmark(checkout, out).run();
            case "cache" -> new CacheBenchmark(checkout, out).run();
            case "bytes" -> new BytesBenchmark(checkout, out).run();
            case "functions" -> new FunctionsBenchmark(checkout, out).run();
            case "questions" ->
                    new QuestionsBenchmark(checkout, arguments.length > 1 ? arguments[1] : "", out)
                            .run();
            case "lake" ->
                    new LakeBenchmark(checkout, out)
                            .run(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
            default ->
                    throw new IllegalArgumentException(
                            "stack, cache, functions, bytes, questions or lake");
        }
        // The clients' threads must not keep the process.
        System.exit(0);
    }
}
