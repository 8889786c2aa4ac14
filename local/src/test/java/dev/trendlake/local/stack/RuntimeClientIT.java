package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged functions run in processes of their own, in Lambda's runtime client. */
@ExtendWith(WholeStackExtension.class)
@EnabledOnOs(OS.LINUX)
final class RuntimeClientIT {
    private final Client client;

    RuntimeClientIT(WholeStack stack) {
        this.client = stack.client();
    }

    @Test
    void runsThePackagedHandlers() throws Exception {
        client.ask("{}");

        assertThat(commandLines())
                .anyMatch(line -> runs(line, "dev.trendlake.function.TrendFunction::handleRequest"))
                .anyMatch(line ->
                        runs(line, "dev.trendlake.function.FallbackFunction::handleRequest"));
    }

    private static boolean runs(String line, String handler) {
        return line.contains("/functions/target/trendlake-functions.jar:")
                && line.endsWith(
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda " + handler);
    }

    private static List<String> commandLines() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
    }
}
