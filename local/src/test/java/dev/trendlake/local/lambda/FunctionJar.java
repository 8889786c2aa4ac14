package dev.trendlake.local.lambda;

import dev.trendlake.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a handler and packs it into a jar, as a function's package would have it. */
public final class FunctionJar {
    private static final String HANDLER =
            """
            package test;

            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
            import java.io.InputStream;
            import java.io.OutputStream;
            import java.nio.charset.StandardCharsets;

            public final class Handler implements RequestStreamHandler {
                private static int calls;

                public Handler() {
                    if ("yes".equals(System.getenv("BREAK_START"))) {
                        throw new IllegalStateException("no start today");
                    }
                }

                @Override
                public void handleRequest(InputStream in, OutputStream out, Context context) throws java.io.IOException {
                    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    System.out.println("handles " + event);
                    if (event.contains("sleep")) {
                        pause(Long.parseLong(event.replaceAll("\\\\D", "")));
                    }
                    if (event.contains("/slow")) {
                        pause(6_000);
                    }
                    if (event.contains("crash")) {
                        Runtime.getRuntime().halt(7);
                    }
                    if (event.contains("fail")) {
                        throw new IllegalArgumentException("bad luck");
                    }
                    if (event.contains("large")) {
                        out.write(("\\"" + "x".repeat(6_291_556) + "\\"").getBytes(StandardCharsets.UTF_8));
                        return;
                    }
                    if (event.contains("page")) {
                        out.write(page(event).getBytes(StandardCharsets.UTF_8));
                        return;
                    }
                    calls++;
                    String answer = "{\\"process\\":" + ProcessHandle.current().pid()
                            + ",\\"calls\\":" + calls
                            + ",\\"greeting\\":\\"" + System.getenv("GREETING") + "\\""
                            + ",\\"home\\":" + System.getenv().containsKey("HOME")
                            + ",\\"function\\":\\"" + context.getFunctionName() + "\\""
                            + ",\\"runtime\\":\\"" + outermostCaller() + "\\""
                            + ",\\"remaining\\":" + context.getRemainingTimeInMillis()
                            + ",\\"memory\\":" + context.getMemoryLimitInMB()
                            + ",\\"heap\\":" + Runtime.getRuntime().maxMemory() / 1_000_000
                            + ",\\"event\\":" + event + "}";
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                }

                private static String page(String event) {
                    String text = event.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"");
                    return "{\\"statusCode\\":201,\\"headers\\":{\\"content-type\\":\\"text/plain\\",\\"access-control-allow-origin\\":\\"https://of-the-function.example\\"},\\"body\\":\\"" + text + "\\"}";
                }

                private static String outermostCaller() {
                    return StackWalker.getInstance()
                            .walk(frames -> frames.reduce((inner, outer) -> outer))
                            .orElseThrow()
                            .getClassName();
                }

                private static void pause(long milliseconds) {
                    try {
                        Thread.sleep(milliseconds);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private FunctionJar() {}

    /** Builds the jar in a folder. */
    public static Path build(Path directory) throws IOException {
        Path source = directory.resolve("test/Handler.java");
        Files.createDirectories(Objects.requireNonNull(source.getParent()));
        Files.writeString(source, HANDLER);
        compile(source, directory);
        Path jar = directory.resolve("functions.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("test/Handler.class"));
            Files.copy(directory.resolve("test/Handler.class"), entries);
        }
        return jar;
    }

    /** A function that runs the jar's handler. */
    public static FunctionDefinition definition(
            Path jar, int timeout, Map<String, String> environment) {
        return new FunctionDefinition(
                "HelloFunction",
                "stack-HelloFunction",
                "test.Handler::handleRequest",
                jar,
                256,
                Duration.ofSeconds(timeout),
                environment);
    }

    /** Settings with the runtime client that the build laid down. */
    public static FunctionSettings settings(Path directory, int processes, boolean plainRuntime) {
        return new FunctionSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("target", "runtime-client").toAbsolutePath(),
                directory.resolve("logs"),
                Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"),
                processes,
                plainRuntime);
    }

    private static void compile(Path source, Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", directory.toString(), source.toString());
        int status = compiler.run(null, null, null, options.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("the handler does not compile");
        }
    }
}
