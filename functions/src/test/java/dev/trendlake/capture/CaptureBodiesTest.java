package dev.trendlake.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.EventBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of bodies that PostHog's own tests of its capture send to each route. */
class CaptureBodiesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EVENT =
            """
            {"api_key":"phc_of_project_7","event":"paid","distinct_id":"ann",\
            "properties":{"amount":12.50,"note":"größer"}}\
            """;
    private static final String LIST = "[" + EVENT + "," + EVENT.replace("ann", "bob") + "]";
    private static final String BATCH =
            """
            {"api_key":"phc_of_project_7","sent_at":"2015-05-21T11:59:50Z","historical_migration":false,\
            "batch":[{"event":"paid","distinct_id":"ann","properties":{}},\
            {"event":"paid","distinct_id":"bob","properties":{}}]}\
            """;

    private static final List<String> ROUTES =
            List.of(
                    "/batch",
                    "/batch/",
                    "/capture",
                    "/capture/",
                    "/e",
                    "/e/",
                    "/i/v0/e",
                    "/i/v0/e/");

    static Stream<EventBuilder> forms() {
        return ROUTES.stream()
                .flatMap(
                        route -> Stream.of(EVENT, LIST, BATCH).flatMap(json -> forms(route, json)));
    }

    private static Stream<EventBuilder> forms(String route, String json) {
        String base64 = base64(json.getBytes(UTF_8));
        String gzip = base64(gzip(json));
        return Stream.of(
                EventBuilder.post(route).json(json),
                EventBuilder.post(route).body("text/plain", json),
                EventBuilder.post(route).body("", json),
                EventBuilder.post(route).json(base64).query("compression=base64"),
                EventBuilder.post(route).body("text/plain", base64),
                EventBuilder.post(route)
                        .base64Body("application/json", gzip)
                        .header("content-encoding", "gzip"),
                EventBuilder.post(route)
                        .base64Body("text/plain", gzip)
                        .query("compression=gzip-js&ver=1.298.0&_=1432209590000"),
                EventBuilder.post(route).base64Body("text/plain", gzip).query("compression=GZIP"),
                EventBuilder.post(route).base64Body("text/plain", gzip),
                EventBuilder.post(route).body(FORM, "data=" + URLEncoder.encode(json, UTF_8)),
                EventBuilder.post(route)
                        .body(
                                FORM + "; charset=utf-8",
                                "ver=1&data=" + URLEncoder.encode(json, UTF_8)),
                EventBuilder.get(route).query("data=" + URLEncoder.encode(json, UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void areTakenOnEveryRoute(EventBuilder request) {
        List<JsonNode> lines = Captured.lines(request, request.decoded().path());

        assertThat(lines.getFirst().path("project_id").asLong()).isEqualTo(7);
        assertThat(lines.getFirst().at("/event/event").asText()).isEqualTo("paid");
        assertThat(lines)
                .extracting(line -> line.at("/event/distinct_id").asText())
                .isIn(List.of("ann"), List.of("ann", "bob"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e", "/capture"})
    void mayBeBase64InAFormOnOldRoutes(String route) {
        String base64 = base64(pad(EVENT).getBytes(UTF_8));

        assertThat(
                        Captured.lines(
                                EventBuilder.post(route)
                                        .body(FORM, "data=" + base64 + "&compression=base64"),
                                route))
                .hasSize(1);
    }

    // Packed by compressToBase64 of the package lz-string 1.5.0 of npm.
    @ParameterizedTest
    @ValueSource(strings = {"/e", "/i/v0/e"})
    void mayBePackedByLzString(String route) {
        String packed =
                "NobwRApgbhB2AuYBcYAkAHAhgc2gSwgHcwAaMAEzwGd49YBjeAfT3OTE1llLHgHsA1nHboAFvSZ8AZk3QAnPgCsIjJg"
                    + "HYe8vughzaEKsnC14AGwjtscgG8B93QAJAyOQPAvBuAAPbABfLwF0gA==";

        List<JsonNode> lines =
                Captured.lines(
                        EventBuilder.post(route).body(FORM, "data=" + packed + "&compression=lz64"),
                        route);

        assertThat(lines.getFirst().at("/event/properties/title").asText())
                .isEqualTo("größer ✓ 😀");
    }

    @Test
    void mayRepeatThemselvesUnderLzString() {
        String packed =
                "IYIwxqEgJpc/Ktz2VJjRtZhL/YG6Eb6npbFVmU14X050m0MuNHPVvdM9cD+QviM7Cxo8pNbSOUiQvlKZilcrlrNG7e129"
                    + "VO/er2DZJ8caNbzZq4dMGbju08sO3F6y+/uvv+54Btv6ufoGhQc4hPuExwbHRiQnJ8alRKelpHllhOZHZmYUFxbl"
                    + "FpSX55VWVNRF1cWW1DRX1SXmtGS3N1R3t3U1tjb1D/cNdg+OdPaMzE9NzA1OLfQtj80tryyOrsxu7K3s7R4cnB2f"
                    + "bpxfnk9frt1s3V0+PL3cEQA";

        assertThat(LzString.decompressed(packed, 3600)).isEqualTo("abcabcabd".repeat(400));
        assertThat(LzString.decompressed("Q===", 3600)).isEmpty();
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() -> LzString.decompressed(packed, 3599))
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.TOO_LARGE);
    }

    @Test
    void keepNumbersAsTheyWereWritten() {
        assertThat(Captured.event(EVENT).at("/properties/amount").toString()).isEqualTo("12.50");
        assertThat(Captured.event(EVENT).at("/properties/note").asText()).isEqualTo("größer");
    }

    @Test
    void tellWhenTheyWereSentAndReceived() {
        JsonNode line = Captured.lines(EventBuilder.post("/batch").json(BATCH)).getFirst();

        assertThat(line.path("received_at").asText()).isEqualTo("2015-05-21T12:00:00Z");
        assertThat(line.path("sent_at").asText()).isEqualTo("2015-05-21T11:59:50Z");
    }

    @Test
    void takeTheTimeOfSendingFromTheQueryOfBrowsers() {
        assertThat(sentAt("_=1718445600000")).isEqualTo("2024-06-15T10:00:00Z");
        // In seconds, as old ones do, it would be a time in 1970.
        assertThat(sentAt("_=1718445600")).isEqualTo("null");
        assertThat(sentAt("_=soon")).isEqualTo("null");
    }

    private static String sentAt(String query) {
        return Captured.lines(EventBuilder.post("/e").json(EVENT).query(query))
                .getFirst()
                .path("sent_at")
                .asText();
    }

    @Test
    void comeFromTheFirstAddressOfTheirWay() {
        EventBuilder request = EventBuilder.post("/e").json(EVENT);

        assertThat(Captured.lines(request).getFirst().path("ip").isNull()).isTrue();
        request.header("x-forwarded-for", "203.0.113.9, 10.0.0.1");
        assertThat(Captured.lines(request).getFirst().path("ip").asText()).isEqualTo("203.0.113.9");
        request.header("x-forwarded-for", "2001:db8::1");
        assertThat(Captured.lines(request).getFirst().path("ip").asText()).isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "12", "\"text\"", "[12]", "{\"batch\":[]}", "[]", "null", ""})
    void areRefusedWhenTheyHoldNoEvent(String body) {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() -> Captured.lines(EventBuilder.post("/batch").json(body)))
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.UNREADABLE);
    }

    @Test
    void areRefusedWhenTheyAreNotPackedAsTheySay() {
        assertRefused(
                EventBuilder.post("/e").json(EVENT).query("compression=gzip"),
                "failed to decode request: invalid GZIP data");
        assertRefused(
                EventBuilder.post("/e").json(EVENT).query("compression=lz64"),
                "failed to decode request: decompress_lz64: failed decompress to UTF16");
        assertRefused(
                EventBuilder.post("/e").body(FORM, EVENT),
                "failed to decode request: expected form data in POST request payload");
        assertRefused(
                EventBuilder.post("/e")
                        .base64Body("text/plain", base64(new byte[] {(byte) 0xff, 1})),
                "failed to decode request: invalid UTF8 in request payload");
        assertRefused(EventBuilder.post("/e").json(""), "request missing data payload");
    }

    @Test
    void areRefusedWhenTheyAreTooLarge() {
        String bomb = base64(gzip("[" + " ".repeat(21 * 1024 * 1024) + "]"));

        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() ->
                        Captured.lines(EventBuilder.post("/e").base64Body("text/plain", bomb)))
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.TOO_LARGE);
    }

    @Test
    void areRefusedWhenAnEventIsTooLarge() {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() -> Captured.event(EVENT.replace("größer", "x".repeat(1_024_000))))
                .withMessageContaining("'paid' is larger than 1024000 bytes")
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.TOO_LARGE);
    }

    private static void assertRefused(EventBuilder request, String message) {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() -> Captured.lines(request, "/e"))
                .withMessage(message);
    }

    private static String pad(String json) {
        return json + " ".repeat((3 - json.getBytes(UTF_8).length % 3) % 3);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
