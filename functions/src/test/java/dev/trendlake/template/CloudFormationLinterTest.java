package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template before {@code cfn-lint}, which knows the schema of every resource type. */
class CloudFormationLinterTest {
    private record Outcome(int exitCode, String output) {}

    @BeforeAll
    static void onlyWhereItIsInstalled() {
        assumeTrue(isInstalled(), "cfn-lint is not installed: pip install cfn-lint");
    }

    @Test
    void findsNothingToSay() throws Exception {
        Outcome outcome = lint(Template.FILE.toString());

        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void findsAMisspeltProperty(@TempDir Path folder) throws Exception {
        Path mutant = folder.resolve("template.yaml");
        Files.writeString(
                mutant,
                Files.readString(Template.FILE)
                        .replace("BytesScannedCutoffPerQuery", "BytesScannedCutOffPerQuery"));

        assertThat(lint(mutant.toString()).output()).contains("BytesScannedCutOffPerQuery");
    }

    private static boolean isInstalled() {
        try {
            return lint("--version").exitCode() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Outcome lint(String argument) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("cfn-lint", argument).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), output.strip());
    }
}
