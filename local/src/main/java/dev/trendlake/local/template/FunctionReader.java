package dev.trendlake.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::Serverless::Function}, with what {@code Globals.Function} says for all. */
final class FunctionReader {
    // What SAM and Lambda take when the template says nothing.
    private static final long DEFAULT_MEMORY = 128;
    private static final long DEFAULT_TIMEOUT = 3;

    private final Path template;
    private final Section globals;

    FunctionReader(Path template, Section globals) {
        this.template = template;
        this.globals = globals.section("Function");
    }

    FunctionDefinition definition(Resource function) {
        Section own = function.properties();
        try {
            return new FunctionDefinition(
                    function.logicalName(),
                    function.name(),
                    text(own, "Handler"),
                    template.resolveSibling(text(own, "CodeUri")).normalize(),
                    Math.toIntExact(number(own, "MemorySize", DEFAULT_MEMORY)),
                    Duration.ofSeconds(number(own, "Timeout", DEFAULT_TIMEOUT)),
                    environment(own));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidTemplate(
                    "Resources." + function.logicalName(), e.getMessage() + " is not allowed");
        }
    }

    List<Route> routes(Resource function) {
        Section events = function.properties().section("Events");
        List<Route> routes = new ArrayList<>();
        for (String name : events.names()) {
            Section event = events.section(name);
            if (event.text("Type").equals("HttpApi")) {
                routes.add(route(event, function.logicalName()));
            }
        }
        return routes;
    }

    private static Route route(Section event, String function) {
        Section properties = event.section("Properties");
        try {
            return new Route(
                    properties.text("Method", "ANY"),
                    properties.text("Path", Route.DEFAULT),
                    function);
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplate(properties.addressOf("Path"), String.valueOf(e.getMessage()));
        }
    }

    private String text(Section own, String name) {
        return own.has(name) || !globals.has(name) ? own.text(name) : globals.text(name);
    }

    private long number(Section own, String name, long otherwise) {
        return own.number(name, globals.number(name, otherwise));
    }

    private Map<String, String> environment(Section own) {
        Map<String, String> variables = new LinkedHashMap<>(variables(globals));
        variables.putAll(variables(own));
        return variables;
    }

    private static Map<String, String> variables(Section function) {
        return function.section("Environment").section("Variables").texts();
    }
}
