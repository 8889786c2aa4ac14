package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.capture.CaptureRoute;
import dev.trendlake.http.GatewayEvent;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the payloads of the folder {@code events} are events of the gateway's, as it sends them. */
class EventsFolderTest {
    private static final Path FOLDER = Path.of("..", "events");

    static List<Path> payloads() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(EventsFolderTest::isOfTheGateway).sorted().toList();
        }
    }

    // The others are batches of a queue.
    private static boolean isOfTheGateway(Path payload) {
        try {
            return !JsonFormat.read(Files.readString(payload)).has("Records");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void saysTheSameEverywhere(Path payload) throws IOException {
        JsonNode event = JsonFormat.read(Files.readString(payload));
        JsonNode context = event.path("requestContext");

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(context.path("routeKey")).isEqualTo(event.path("routeKey"));
        assertThat(context.at("/http/path")).isEqualTo(event.path("rawPath"));
        assertThat(event.path("routeKey").asText())
                .matches("(ANY|%s) /.*".formatted(context.at("/http/method").asText()));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void comesToTheRouteOfItsName(Path payload) throws IOException {
        HttpRequest request = GatewayEvent.decode(Files.readString(payload), Instant.EPOCH);

        boolean isUnknown =
                Route.of(request.path()) instanceof Route.Unknown
                        && CaptureRoute.of(request.path()).isEmpty();

        assertThat(isUnknown).isEqualTo(payload.getFileName().toString().contains("unknown-path"));
    }
}
