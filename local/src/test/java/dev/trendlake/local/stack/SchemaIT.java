package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.document.ApiDocument;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's document and its page, which take no key. */
@ExtendWith(WholeStackExtension.class)
final class SchemaIT {
    private static final Path FOLDER = Path.of("..", "events");

    private final WholeStack stack;
    private final Client client;

    SchemaIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/schema", "/api/schema/"})
    void givesTheDocument(String path) throws Exception {
        Reply reply = client.send(client.request(path));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("application/json");
        assertThat(reply.json()).isEqualTo(ApiDocument.SERVED.json());
    }

    @Test
    void showsAPageThatNeedsNobodyElse() throws Exception {
        Reply reply = client.send(client.request("/").header("Accept", "text/html"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("text/html");
        assertThat(reply.header("content-security-policy")).startsWith("default-src 'none'");
        assertThat(reply.text())
                .startsWith("<!DOCTYPE html>")
                .contains("fetch('api/schema')")
                .doesNotContain("://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/schema"})
    void takesNoOtherMethod(String path) throws Exception {
        Reply reply = client.send(client.request(path).POST(BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({"schema.json,application/json", "page.json,text/html"})
    void answersThePayloadsOfTheFolder(String payload, String contentType) throws Exception {
        String event = Files.readString(FOLDER.resolve(payload));

        JsonNode answer = Reply.parsed(stack.stack().invoke("SchemaFunction", event));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.at("/headers/content-type").asText()).startsWith(contentType);
    }
}
