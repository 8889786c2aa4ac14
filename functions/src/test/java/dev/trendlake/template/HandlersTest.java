package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template and the code that it starts from the jar of the functions. */
class HandlersTest {
    private static final Template TEMPLATE = Template.read();
    private static final Path SOURCES = Path.of("src/main/java/dev/trendlake/function");
    // Where services are, when it isn't the region's own place: nothing that a template sets.
    private static final String OF_AWS = "AWS_ENDPOINT_URL";
    private static final Pattern NAME_OF_A_VARIABLE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    static Stream<String> handlers() {
        return TEMPLATE.functions().values().stream()
                .map(function -> function.path("Handler").asText())
                .filter(handler -> !handler.startsWith("dev.trendlake.intake."));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void namesAClassThatLambdaCanMake(String handler) throws Exception {
        String[] parts = handler.split("::", 2);
        Class<?> type = Class.forName(parts[0]);

        assertThat(type).isAssignableTo(RequestStreamHandler.class).isPublic();
        assertThat(type.getConstructor()).isNotNull();
        assertThat(parts[1]).isEqualTo("handleRequest");
    }

    @Test
    void setsEveryVariableThatTheWiringReads() throws IOException {
        Set<String> read = variablesInSources();

        assertThat(read).isNotEmpty();
        for (JsonNode function : TEMPLATE.doors().values()) {
            assertThat(function.at("/Environment/Variables").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(read);
        }
    }

    private static Set<String> variablesInSources() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = NAME_OF_A_VARIABLE.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        names.removeIf(name -> name.startsWith(OF_AWS));
        return names;
    }
}
