package dev.trendlake.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has the answers computed that are likely to be asked for. */
@Command(
        name = "warm",
        description = {
            "Has stale answers computed of saved insights and of questions that are asked often,"
                    + " within the budget that the template sets.",
            "",
            "The stack does so by itself each five minutes."
        },
        mixinStandardHelpOptions = true)
final class WarmCommand implements Callable<Integer> {
    private static final String FUNCTION = "WarmCacheFunction";
    private static final String LINE = "%-9s %-9s %-20s %8s %10s %12s  %s%n";

    private final Checkout checkout;
    private final ObjectMapper mapper = new ObjectMapper();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dry-run",
            description =
                    "Compute nothing; say what would be, and what it cost when it was last"
                            + " computed.")
    private boolean dryRun;

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "Only questions about this project.")
    private @Nullable Long project;

    WarmCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ObjectNode event = mapper.createObjectNode().put("warm", "recent").put("dry_run", dryRun);
        if (project != null) {
            event.put("project", project);
        }
        String answer = new FunctionCalls(checkout.running()).call(FUNCTION, event.toString());
        print(mapper.readTree(answer), spec.commandLine().getOut());
        return 0;
    }

    private static void print(JsonNode report, PrintWriter out) {
        out.printf(LINE, "OUTCOME", "PROJECT", "QUESTION", "ASKED", "EXECUTIONS", "BYTES", "");
        for (JsonNode question : report.path("questions")) {
            out.printf(
                    LINE,
                    question.path("outcome").asText(),
                    question.path("project").asText(),
                    question.path("question").asText(),
                    question.path("askings").asText(),
                    question.path("executions").asText(),
                    "%,d".formatted(question.path("bytes").asLong()),
                    question.path("reason").asText(""));
        }
        if (report.path("not_listed").asLong() > 0) {
            out.printf("… and %,d more%n", report.path("not_listed").asLong());
        }
        out.printf(
                "%s%,d executions, %,d bytes, %s dollars%s%n",
                report.path("dry_run").asBoolean() ? "would be: " : "",
                report.path("executions").asLong(),
                report.path("bytes").asLong(),
                report.path("dollars").decimalValue().toPlainString(),
                left(report));
    }

    private static String left(JsonNode report) {
        long left = report.path("over_budget").asLong();
        return left == 0 ? "" : "; %,d stale questions are left over".formatted(left);
    }
}
