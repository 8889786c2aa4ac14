package dev.trendlake.local.lambda;

import dev.trendlake.local.runtime.RuntimeLoop;
import dev.trendlake.local.template.FunctionDefinition;
import dev.trendlake.local.template.Template;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line and the environment that a function's process starts with. */
final class FunctionCommand {
    private static final String RUNTIME_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final String COMPILERS = "-XX:TieredStopAtLevel=";

    private static final String NATIVE_PART =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private final FunctionDefinition function;
    private final FunctionSettings settings;

    FunctionCommand(FunctionDefinition function, FunctionSettings settings) {
        this.function = function;
        this.settings = settings;
    }

    /** The command line: the jar first on the class path, as in Lambda. */
    List<String> line() {
        List<String> line = new ArrayList<>();
        line.add(settings.java().toString());
        // As in Lambda, unless the template lets the second compiler in. What stands here would
        // win.
        if (!function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "").contains(COMPILERS)) {
            line.add(COMPILERS + "1");
        }
        line.addAll(
                List.of(
                        // Lambda leaves the runtime some of the memory and Java the rest.
                        "-Xmx" + function.memoryMegabytes() * 85 / 100 + "m",
                        "-XX:+UseSerialGC",
                        // Not in whatever folder the stack was started from.
                        "-XX:ErrorFile=" + settings.logs().resolve("hs_err_pid%p.log"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + NATIVE_PART + "=" + nativePart(),
                        "-classpath",
                        function.jar() + File.pathSeparator + runtime(),
                        settings.plainRuntime() ? RuntimeLoop.class.getName() : RUNTIME_CLIENT,
                        function.handler()));
        return line;
    }

    /** The whole environment: nothing is taken over from this process. */
    Map<String, String> environment(String runtimeApi) {
        Map<String, String> variables = new HashMap<>(settings.environment());
        variables.putAll(function.environment());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.physicalName());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.physicalName());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        variables.put("AWS_REGION", Template.REGION);
        variables.put("AWS_DEFAULT_REGION", Template.REGION);
        variables.put("_HANDLER", function.handler());
        variables.put(
                "LAMBDA_TASK_ROOT", function.jar().toAbsolutePath().resolveSibling("").toString());
        variables.put("TZ", "UTC");
        variables.put("LANG", "en_US.UTF-8");
        return variables;
    }

    /** The function's ARN. */
    String arn() {
        return "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Template.REGION, Template.ACCOUNT, function.physicalName());
    }

    private String runtime() {
        String client = settings.runtimeClient() + File.separator + "*";
        return settings.plainRuntime() ? client + File.pathSeparator + ownClasses() : client;
    }

    private Path nativePart() {
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        String architecture = arm ? "aarch_64" : "x86_64";
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
        String system = musl ? "linux_musl" : "linux";
        String file = "libaws-lambda-jni.%s-%s.so".formatted(system, architecture);
        // The runtime loads nothing from a relative path.
        return settings.runtimeClient().toAbsolutePath().resolve("jni").resolve(file);
    }

    private static Path ownClasses() {
        try {
            return Path.of(
                    RuntimeLoop.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
