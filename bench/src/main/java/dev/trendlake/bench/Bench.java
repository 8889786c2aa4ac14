package dev.trendlake.bench;

import dev.trendlake.bench.stack.BytesBenchmark;
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
            case "bytes" -> new BytesBenchmark(checkout, out).run();
            case "functions" -> new FunctionsBenchmark(checkout, out).run();
            case "questions" ->
                    new QuestionsBenchmark(checkout, arguments.length > 1 ? arguments[1] : "", out)
                            .run();
            default -> throw new IllegalArgumentException("stack, functions, bytes or questions");
        }
        // The clients' threads must not keep the process.
        System.exit(0);
    }
}
