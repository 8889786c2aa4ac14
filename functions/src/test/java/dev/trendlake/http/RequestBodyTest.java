package dev.trendlake.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.UnsupportedMediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final String MULTIPART =
            """
            --b
            Content-Disposition: form-data; name="events"

            [{"id":"a"}]
            --b
            content-disposition: form-data; name=interval
            Content-Type: text/plain

            two
            lines
            --b--
            """
                    .replace("\n", "\r\n");

    @Test
    void readsJsonWithNumbersAsWritten() {
        assertThat(read("application/json", "{\"a\": 1.50, \"b\": [1, null]}"))
                .isEqualTo("{\"a\":1.50,\"b\":[1,null]}");
    }

    @Test
    void readsFormsAsTexts() {
        assertThat(
                        read(
                                "application/x-www-form-urlencoded; charset=UTF-8",
                                "events=%5B%5D&interval=day&n=1"))
                .isEqualTo("{\"events\":\"[]\",\"interval\":\"day\",\"n\":\"1\"}");
    }

    @Test
    void readsFormsThatAreSentAsJson() {
        assertThat(read("application/json", "events=[{\"id\":\"$pageview\"}]"))
                .isEqualTo("{\"events\":\"[{\\\"id\\\":\\\"$pageview\\\"}]\"}");
    }

    @Test
    void readsTextFieldsOfMultipartForms() {
        assertThat(read("multipart/form-data; boundary=b", MULTIPART))
                .isEqualTo(
                        "{\"events\":\"[{\\\"id\\\":\\\"a\\\"}]\","
                                + "\"interval\":\"two\\r\\nlines\"}");
    }

    @Test
    void refusesFilesInMultipartForms() {
        String file = MULTIPART.replace("name=interval", "name=interval; filename=\"x\"");

        assertThatThrownBy(() -> read("multipart/form-data; boundary=\"b\"", file))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        error -> assertThat(error.attribute()).isEqualTo("interval"));
    }

    @Test
    void keepsTheBytesOfTheFileThatIsAskedFor() {
        String form = MULTIPART.replace("name=interval", "name=csv; filename=\"x.csv\"");
        byte[] body = form.replace("two", "\u00ff").getBytes(ISO_8859_1);

        ReceivedBody received = RequestBody.read(body, "multipart/form-data; boundary=b");

        assertThat(received.fieldsBeside("csv").toString())
                .isEqualTo("{\"events\":\"[{\\\"id\\\":\\\"a\\\"}]\"}");
        assertThat(received.files().get("csv")).isEqualTo("\u00ff\r\nlines".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/xml", ""})
    void takesAnEmptyBodyForAnEmptyObject(String contentType) {
        assertThat(read(contentType, "")).isEqualTo("{}");
    }

    @Test
    void takesNullForAnEmptyObject() {
        assertThat(read("application/json", "null")).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "true"})
    void refusesJsonThatIsNoObject(String body) {
        assertThatThrownBy(() -> read("application/json", body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("Data is unparsable!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage    | Expecting value: line 1 column 1 (char 0)",
                "{\"a\":1,} | Expecting property name enclosed in double quotes: line 1 column 8"
                        + " (char 7)",
                "{\"a\": NaN} | Out of range float values are not JSON compliant: NaN",
                "{} {}      | Extra data: line 1 column 4 (char 3)",
            })
    void refusesWhatIsNoJsonInPythonsWords(String body, String error) {
        assertThatThrownBy(() -> read("application/json", body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("JSON parse error - " + error);
    }

    @Test
    void refusesNestingThatNoQuestionNeeds() {
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThatThrownBy(() -> read("application/json", deep))
                .isInstanceOf(MalformedRequest.class);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = "{\"a\": \"ü\"}".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> RequestBody.read(body, "application/json"))
                .isInstanceOf(MalformedRequest.class);
        assertThat(
                        RequestBody.read(body, "application/json; charset=latin1")
                                .fields()
                                .path("a")
                                .asText())
                .isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/plain; charset=utf-8", ""})
    void refusesOtherContentTypesInDjangosWords(String contentType) {
        assertThatThrownBy(() -> read(contentType, "<a/>"))
                .isInstanceOf(UnsupportedMediaType.class)
                .hasMessage("Unsupported media type \"" + contentType + "\" in request.");
    }

    @Test
    void undoesBase64AndGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"a\":\"ü\"}".getBytes(UTF_8));
        }
        HttpRequest request =
                EventBuilder.post("/")
                        .base64Body(
                                "application/json",
                                Base64.getEncoder().encodeToString(bytes.toByteArray()))
                        .header("content-encoding", "gzip")
                        .decoded();

        assertThat(request.body().path("a").asText()).isEqualTo("ü");
    }

    @Test
    void refusesBodiesThatAreNotWhatTheirHeadersSay() {
        HttpRequest noGzip =
                EventBuilder.post("/").json("{}").header("content-encoding", "gzip").decoded();
        HttpRequest noBase64 =
                EventBuilder.post("/").base64Body("application/json", "{}").decoded();

        assertThatThrownBy(noGzip::body).isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(noBase64::body).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void refusesEncodingsThatItDoesNotKnow() {
        HttpRequest request =
                EventBuilder.post("/").json("{}").header("content-encoding", "br").decoded();

        assertThatThrownBy(request::body)
                .isInstanceOf(UnsupportedMediaType.class)
                .hasMessage("Unsupported content encoding \"br\" in request.");
    }

    private static String read(String contentType, String body) {
        return RequestBody.read(body.getBytes(UTF_8), contentType).fieldsBeside("").toString();
    }
}
