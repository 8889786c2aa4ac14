package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.document.ApiDocument;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's document and its page, which take no key. */
@ExtendWith(WholeStackExtension.class)
final class SchemaIT {
    private final Client client;

    SchemaIT(WholeStack stack) {
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
}
