package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.document.ApiAnswer;
import dev.trendlake.local.document.ApiDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What came back. */
public final class Reply {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpResponse<byte[]> response;

    Reply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    /** This reply, when it is as the API's document says. */
    Reply documented() throws IOException {
        URI uri = response.uri();
        ApiAnswer answer =
                new ApiAnswer(
                        response.request().method(),
                        uri.getQuery() == null
                                ? uri.getPath()
                                : uri.getPath() + "?" + uri.getQuery(),
                        status(),
                        header("content-type"),
                        header("content-encoding").equals("gzip") ? unzipped() : text());
        assertThat(ApiDocument.SERVED.violations(answer)).as(answer.body()).isEmpty();
        return this;
    }

    static JsonNode parsed(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The status. */
    public int status() {
        return response.statusCode();
    }

    /** A header; empty without one. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body as sent. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body without its compression. */
    String unzipped() throws IOException {
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    JsonNode json() throws JsonProcessingException {
        return parsed(text());
    }

    /** The amounts of a series, as JSON. */
    public String data(int series) throws JsonProcessingException {
        return json().at("/result/" + series + "/data").toString();
    }

    /** The amounts of a series by day, without zeros. */
    Map<String, Long> byDay(int series) throws JsonProcessingException {
        JsonNode entry = json().at("/result/" + series);
        Map<String, Long> amounts = new TreeMap<>();
        for (int i = 0; i < entry.path("days").size(); i++) {
            long amount = entry.path("data").path(i).asLong();
            if (amount != 0) {
                amounts.put(entry.path("days").path(i).asText(), amount);
            }
        }
        return amounts;
    }

    boolean isCached() throws JsonProcessingException {
        return json().path("is_cached").booleanValue();
    }

    String lastRefresh() throws JsonProcessingException {
        return json().path("last_refresh").asText();
    }

    List<JsonNode> series() throws JsonProcessingException {
        List<JsonNode> series = new ArrayList<>();
        json().path("result").forEach(series::add);
        return series;
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
