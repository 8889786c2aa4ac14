package dev.trendlake.local.lambda;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LocalLambdaTest {
    @TempDir private static Path directory;

    private static Path jar = Path.of("");

    private final List<LocalLambda> started = new ArrayList<>();

    @BeforeAll
    static void buildJar() throws IOException {
        jar = FunctionJar.build(directory);
    }

    @AfterEach
    void close() {
        started.forEach(LocalLambda::close);
    }

    @Test
    void runsTheHandlerWithItsEnvironmentAndContext() throws Exception {
        JsonNode answer = answer(lambda(10, 1, Map.of("GREETING", "hello")), "{\"a\":\"ü\"}");

        assertThat(answer.path("event").path("a").asText()).isEqualTo("ü");
        assertThat(answer.path("greeting").asText()).isEqualTo("hello");
        assertThat(answer.path("home").asBoolean()).as("inherits nothing").isFalse();
        assertThat(answer.path("function").asText()).isEqualTo("stack-HelloFunction");
        assertThat(answer.path("remaining").asInt()).isBetween(5_000, 10_000);
        assertThat(answer.path("memory").asInt()).isEqualTo(256);
        assertThat(answer.path("heap").asInt()).isBetween(180, 256);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsTheHandlerInLambdasOwnRuntimeClient() throws Exception {
        JsonNode answer = answer(lambda(10, 1, Map.of()), "1");

        assertThat(answer.path("runtime").asText())
                .isEqualTo("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    }

    @Test
    void keepsAProcessForTheNextEvent() throws Exception {
        LocalLambda lambda = lambda(10, 2, Map.of());
        JsonNode first = answer(lambda, "1");
        JsonNode second = answer(lambda, "2");

        assertThat(second.path("process")).isEqualTo(first.path("process"));
        assertThat(second.path("calls").asInt()).isEqualTo(2);
    }

    @Test
    void startsAnotherProcessWhenAllAreBusy() throws Exception {
        LocalLambda lambda = lambda(20, 2, Map.of());
        List<JsonNode> answers = together(lambda, "{\"sleep\":1500}", "{\"sleep\":1500}");

        assertThat(answers.stream().map(answer -> answer.path("process")).distinct()).hasSize(2);
    }

    @Test
    void waitsForAProcessWhenThereAreAsManyAsMayBe() throws Exception {
        LocalLambda lambda = lambda(20, 1, Map.of());
        List<JsonNode> answers = together(lambda, "{\"sleep\":500}", "1", "2");

        assertThat(answers.stream().map(answer -> answer.path("process")).distinct()).hasSize(1);
    }

    @Test
    void endsAFunctionThatTakesTooLong() throws Exception {
        LocalLambda lambda = lambda(1, 1, Map.of());
        JsonNode before = answer(lambda, "1");
        JsonNode failure = failure(lambda, "{\"sleep\":30000}");

        assertThat(failure.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(failure.path("errorMessage").asText())
                .endsWith("Error: Task timed out after 1.00 seconds");
        assertThat(answer(lambda, "2").path("process")).isNotEqualTo(before.path("process"));
    }

    @Test
    void tellsOfAProcessThatDied() throws Exception {
        LocalLambda lambda = lambda(10, 1, Map.of());
        JsonNode failure = failure(lambda, "\"crash\"");

        assertThat(failure.path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(failure.path("errorMessage").asText())
                .endsWith("Error: Runtime exited with error: exit status 7");
        assertThat(answer(lambda, "1").path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void handsOnWhatTheHandlerThrew() throws Exception {
        JsonNode failure = failure(lambda(10, 1, Map.of()), "\"fail\"");

        assertThat(failure.path("errorType").asText())
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(failure.path("errorMessage").asText()).isEqualTo("bad luck");
    }

    @Test
    void handsOnWhyAFunctionDoesNotStart() throws Exception {
        JsonNode failure = failure(lambda(10, 1, Map.of("BREAK_START", "yes")), "1");

        assertThat(failure.path("errorMessage").asText()).contains("no start today");
    }

    @Test
    void refusesAnswersOfMoreThanSixMegabytes() throws Exception {
        LocalLambda lambda = lambda(10, 1, Map.of());
        JsonNode failure = failure(lambda, "\"large\"");

        assertThat(failure.path("errorType").asText()).isEqualTo("Function.ResponseSizeTooLarge");
        assertThat(answer(lambda, "1").path("event").asInt()).isEqualTo(1);
    }

    @Test
    void answersTheSameInTheLoopForOtherSystems() throws Exception {
        LocalLambda lambda =
                LocalLambda.of(
                        List.of(FunctionJar.definition(jar, 10, Map.of("GREETING", "hello"))),
                        FunctionJar.settings(directory, 1, true));
        started.add(lambda);

        assertThat(failure(lambda, "\"fail\"").path("errorMessage").asText()).isEqualTo("bad luck");
        JsonNode answer = answer(lambda, "{\"a\":\"ü\"}");
        assertThat(answer.path("event").path("a").asText()).isEqualTo("ü");
        assertThat(answer.path("greeting").asText()).isEqualTo("hello");
        assertThat(answer.path("function").asText()).isEqualTo("stack-HelloFunction");
        assertThat(answer.path("runtime").asText())
                .isEqualTo("dev.trendlake.local.runtime.RuntimeLoop");
        assertThat(answer.path("remaining").asInt()).isBetween(5_000, 10_000);
    }

    @Test
    void writesWhatAFunctionPrintsToItsLog() throws Exception {
        answer(lambda(10, 1, Map.of()), "{\"note\":\"in the log\"}");

        assertThat(Files.readString(directory.resolve("logs/HelloFunction.log")))
                .contains("handles {\"note\":\"in the log\"}");
    }

    @Test
    void endsItsProcessesWhenItIsClosed() throws Exception {
        LocalLambda lambda = lambda(10, 1, Map.of());
        long process = answer(lambda, "1").path("process").asLong();
        Optional<ProcessHandle> handle = ProcessHandle.of(process);

        lambda.close();

        if (handle.isPresent()) {
            assertThat(handle.get().onExit().get(10, SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void findsAFunctionByNameOrArn() {
        LocalLambda lambda = lambda(10, 1, Map.of());

        assertThat(
                        List.of(
                                "HelloFunction",
                                "stack-HelloFunction",
                                "HelloFunction:live",
                                "arn:aws:lambda:us-east-1:000000000000:function:stack-HelloFunction"))
                .allSatisfy(name -> assertThat(lambda.find(name)).contains("HelloFunction"));
        assertThat(lambda.find("OtherFunction")).isEmpty();
    }

    @Test
    void namesTheFunctionsWhenThereIsNoSuchOne() {
        assertThatThrownBy(() -> lambda(10, 1, Map.of()).invoke("OtherFunction", "{}"))
                .hasMessage("no function OtherFunction; there are HelloFunction");
    }

    @Test
    void saysThatTheJarIsMissing() throws Exception {
        LocalLambda lambda =
                LocalLambda.of(
                        List.of(FunctionJar.definition(Path.of("gone.jar"), 10, Map.of())),
                        FunctionJar.settings(directory, 1, false));

        assertThat(failure(lambda, "1").path("errorMessage").asText())
                .isEqualTo("there is no gone.jar; build it first");
    }

    private LocalLambda lambda(int timeout, int processes, Map<String, String> environment) {
        LocalLambda lambda =
                LocalLambda.of(
                        List.of(FunctionJar.definition(jar, timeout, environment)),
                        FunctionJar.settings(directory, processes, false));
        started.add(lambda);
        return lambda;
    }

    private static List<JsonNode> together(LocalLambda lambda, String... events) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> calls = new ArrayList<>();
            for (String event : events) {
                calls.add(() -> answer(lambda, event));
            }
            List<JsonNode> answers = new ArrayList<>();
            for (Future<JsonNode> call :
                    threads.invokeAll(calls, Duration.ofSeconds(40).toSeconds(), SECONDS)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private static JsonNode answer(LocalLambda lambda, String event) throws Exception {
        Outcome outcome = lambda.invoke("HelloFunction", event);
        assertThat(outcome).isInstanceOf(Outcome.Answer.class);
        return json(outcome);
    }

    private static JsonNode failure(LocalLambda lambda, String event) throws Exception {
        Outcome outcome = lambda.invoke("HelloFunction", event);
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        return json(outcome);
    }

    private static JsonNode json(Outcome outcome) throws JsonProcessingException {
        return new ObjectMapper().readTree(outcome.payload());
    }
}
