package dev.trendlake.local.command;

import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.stack.LocalStack;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.Stack;
import dev.trendlake.local.stack.StackOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the stack and keeps it until it is told to stop. */
@Command(
        name = "up",
        description =
                "Starts Trendlake on 127.0.0.1 and stays until Ctrl-C. The other commands then work"
                        + " on it.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "3000",
            description = "The API's port (default: ${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where events, projects and keys are kept from one start to the next (default:"
                            + " .trendlake/data).")
    private @Nullable Path data;

    @Option(
            names = "--dynamodb",
            paramLabel = "URL",
            description =
                    "A DynamoDB to use in place of DynamoDB Local, which is then not fetched.")
    private @Nullable URI dynamoDb;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description =
                    "A parameter of template.yaml that is not to have its default, for example"
                            + " RequestsPerMinute=0. Repeatable.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--logs", description = "Prints what the functions log.")
    private boolean logs;

    UpCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        RunningFile file = checkout.runningFile();
        file.find().ifPresent(UpCommand::refuse);
        StackOptions options = options();
        Instant begin = Instant.now();
        print("Starting Trendlake …");
        Stack stack = AnnouncedStack.of(LocalStack.start(options), file);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "up's end"));
        report(stack.running(), options, Duration.between(begin, Instant.now()));
        if (logs) {
            new LogTail(options.logs(), out()).follow();
        }
        Thread.currentThread().join();
        return 0;
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port " + port + " is not between 0 and 65535");
        }
        if (dynamoDb != null && (dynamoDb.getHost() == null || dynamoDb.getScheme() == null)) {
            throw wrong("--dynamodb '" + dynamoDb + "' is not like http://127.0.0.1:8000");
        }
    }

    private static void refuse(RunningStack running) {
        throw new CommandFailed(
                "a stack is running already, on " + running.gateway() + "; stop it first");
    }

    private StackOptions options() {
        StackOptions options =
                StackOptions.of(checkout.home())
                        .withPort(port)
                        .withDynamoDb(dynamoDb)
                        .withSchedules(true)
                        .withParameters(parameters);
        return data == null ? options : options.withData(data.toAbsolutePath());
    }

    private void report(RunningStack running, StackOptions options, Duration duration) {
        print(
                String.format(
                        Locale.ROOT,
                        """
                        Trendlake answers on %s (started in %.1f s). Ctrl-C stops it.
                          data      %s
                          logs      %s
                          Athena    %s
                          DynamoDB  %s
                          S3        %s
                          Lambda    %s
                          SQS       %s
                          Firehose  %s
                        Exports of project ID are imported from s3://%s/raw/project_id=ID/, and what SDKs send
                        from raw/captured/; './trendlake queues' says what waits. For example:
                          AWS_ENDPOINT_URL=%s AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s \\
                            aws s3 cp FILE s3://%s/raw/project_id=ID/
                        AWS's command line takes --endpoint-url, the access key %s with the secret %s, and %s.\
                        """,
                        running.gateway(),
                        duration.toMillis() / 1000.0,
                        options.data(),
                        options.logs(),
                        running.athena(),
                        running.dynamoDb(),
                        running.s3(),
                        running.lambda(),
                        running.sqs(),
                        running.firehose(),
                        running.dataBucket(),
                        running.s3(),
                        LocalS3.ACCESS_KEY,
                        LocalS3.SECRET_KEY,
                        running.dataBucket(),
                        LocalS3.ACCESS_KEY,
                        LocalS3.SECRET_KEY,
                        running.region()));
    }

    private void print(String text) {
        out().println(text);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
