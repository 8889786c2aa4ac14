package dev.trendlake.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.lambda.FunctionJar;
import dev.trendlake.local.lambda.InvokeApi;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.stack.RunningStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
final class TrendlakeTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir private Path home = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "project",
                "project create",
                "key",
                "key create",
                "columns",
                "columns list",
                "columns suggest",
                "columns add",
                "columns renew",
                "invoke",
                "warm"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run((command + " --help").strip())).isZero();
        assertThat(out.toString()).startsWith("Usage: trendlake");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    project create --id 1 --name a --timezone Mars/Base | --timezone 'Mars/Base' is no time zone; give one like Europe/Berlin
                    project create --id 1 --name a --week-start friday  | --week-start 'friday' is not monday or sunday
                    project create --id 0 --name a                      | --id is 0; a project's id is at least 1
                    project create --id x --name a                      | Invalid value for option '--id': 'x' is not a long
                    project create --id 1                               | Missing required option: '--name=NAME'
                    key create --project 1 --scope everything           | --scope 'everything' is not like insight:read, nor *
                    key create --scope insight:read                     | give one of --project, --organization and --all-projects
                    columns add $browser --project 1                    | '$browser' is not of the form event:NAME or person:NAME
                    columns add event:a                                 | Missing required option: '--project=ID'
                    warm --project x                                    | Invalid value for option '--project': 'x' is not a long
                    up --port 70000                                     | --port 70000 is not between 0 and 65535
                    up --dynamodb here                                  | --dynamodb 'here' is not like http://127.0.0.1:8000
                    fly                                                 | Unmatched argument at index 0: 'fly'
                    """)
    void refusesBadInputInOneLine(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("trendlake: " + message + " (see: trendlake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project create --id 1 --name a",
                "key create --project 1 --scope insight:read",
                "columns add event:a --project 1",
                "columns list --project 1",
                "columns renew --project 1",
                "invoke TrendFunction event.json",
                "warm --dry-run"
            })
    void saysHowToStartAStackWhenNoneRuns(String arguments) throws IOException {
        Files.writeString(home.resolve("event.json"), "{}");
        // What a stack that died has left behind.
        new Checkout(home).runningFile().write(running(NOWHERE));

        assertThat(run(arguments.replace("event.json", home.resolve("event.json").toString())))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString())
                .isEqualTo(
                        "trendlake: no stack is running; start one with: ./trendlake up"
                                + System.lineSeparator());
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        Files.copy(
                Path.of("src/test/resources/template/template.yaml"),
                home.resolve("template.yaml"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up --port " + taken.getLocalPort())).isEqualTo(1);
            assertThat(err.toString().strip())
                    .isEqualTo(
                            "trendlake: port %d is in use; choose another one with --port"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void saysThatTheTemplateIsMissing() {
        assertThat(run("up")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("template.yaml: can't be read");
    }

    @Test
    void refusesEventsThatAreNotJson() throws IOException {
        Path file = Files.writeString(home.resolve("event.json"), "<xml/>");

        assertThat(run("invoke TrendFunction " + file)).isEqualTo(1);
        assertThat(err.toString()).startsWith("trendlake: " + file + " is not JSON: ");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void saysThatAnEventsFileIsMissing() {
        assertThat(run("invoke TrendFunction gone.json")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("trendlake: there is no file gone.json");
    }

    @Test
    void invokesAFunctionOfTheRunningStack() throws IOException {
        Path event = Files.writeString(home.resolve("event.json"), "{\"a\": 1}");
        Path bad = Files.writeString(home.resolve("bad.json"), "\"fail\"");
        try (LocalLambda lambda = lambda();
                InvokeApi api = InvokeApi.start(lambda, 0)) {
            new Checkout(home).runningFile().write(running(api.endpoint()));

            assertThat(run("invoke HelloFunction " + event)).isZero();
            assertThat(out.toString()).contains("\"event\":{\"a\":1}");
            assertThat(run("invoke HelloFunction " + bad)).isEqualTo(1);
            assertThat(err.toString()).startsWith("trendlake: HelloFunction failed: {");
            assertThat(run("invoke OtherFunction " + event)).isEqualTo(1);
            assertThat(err.toString()).contains("Function not found: OtherFunction");
            assertThat(run("up")).isEqualTo(1);
            assertThat(err.toString()).contains("a stack is running already, on " + NOWHERE);
        }
    }

    private LocalLambda lambda() throws IOException {
        return LocalLambda.of(
                List.of(FunctionJar.definition(FunctionJar.build(home), 10, Map.of())),
                FunctionJar.settings(home, 1, false));
    }

    private int run(String arguments) {
        CommandLine command = Trendlake.commandLine(new Checkout(home), System.out, System.err);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments.split(" +", -1));
    }

    private static RunningStack running(URI lambda) {
        return new RunningStack(
                NOWHERE,
                NOWHERE,
                NOWHERE,
                NOWHERE,
                lambda,
                NOWHERE,
                NOWHERE,
                "us-east-1",
                "bucket",
                "database",
                "events",
                "workgroup",
                "keys",
                "projects",
                "results",
                "partitions",
                "");
    }
}
