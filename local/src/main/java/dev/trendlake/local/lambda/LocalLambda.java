package dev.trendlake.local.lambda;

import dev.trendlake.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All functions of a stack. Closing it ends their processes; so does the end of this one. */
public final class LocalLambda implements AutoCloseable {
    private final Map<String, LocalFunction> functions;
    private final Map<String, String> logicalNames;
    private final Thread lastCall;

    private LocalLambda(Map<String, LocalFunction> functions, Map<String, String> logicalNames) {
        this.functions = functions;
        this.logicalNames = logicalNames;
        this.lastCall = new Thread(this::end, "functions' end");
        Runtime.getRuntime().addShutdownHook(lastCall);
    }

    /** Makes the functions ready; a process starts when it is needed or {@link #warm} says so. */
    public static LocalLambda of(
            Collection<FunctionDefinition> definitions, FunctionSettings settings) {
        try {
            Files.createDirectories(settings.logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, LocalFunction> functions = new LinkedHashMap<>();
        Map<String, String> logicalNames = new LinkedHashMap<>();
        for (FunctionDefinition definition : definitions) {
            functions.put(definition.logicalName(), new LocalFunction(definition, settings));
            logicalNames.put(definition.logicalName(), definition.logicalName());
            logicalNames.put(definition.physicalName(), definition.logicalName());
        }
        return new LocalLambda(functions, logicalNames);
    }

    /** The logical names of the functions. */
    public Set<String> names() {
        return functions.keySet();
    }

    /**
     * Finds a function as callers of Lambda name it.
     *
     * @param name its logical or physical name or its ARN, with or without an alias behind a colon
     * @return its logical name
     */
    public Optional<String> find(String name) {
        String marker = ":function:";
        int arn = name.indexOf(marker);
        String rest = arn < 0 ? name : name.substring(arn + marker.length());
        int alias = rest.indexOf(':');
        return Optional.ofNullable(logicalNames.get(alias < 0 ? rest : rest.substring(0, alias)));
    }

    /**
     * Runs one event to its end.
     *
     * @param function the function's logical name
     * @param event the payload, JSON
     */
    public Outcome invoke(String function, String event) throws InterruptedException {
        LocalFunction found = functions.get(function);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no function " + function + "; there are " + String.join(", ", names()));
        }
        return found.invoke(event);
    }

    /** Starts a process for a function before it is asked for. */
    public void warm(String function) {
        LocalFunction found = functions.get(function);
        if (found != null) {
            found.warm();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(lastCall);
        } catch (IllegalStateException e) {
            // This process is ending already, so the hook has its say.
            return;
        }
    }

    private void end() {
        functions.values().forEach(LocalFunction::close);
    }
}
