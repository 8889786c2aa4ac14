package dev.trendlake.capture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.JsonFormat;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all events that were sent together, and what a line says of it.
 *
 * @param project whose they are
 * @param receivedAt when they arrived
 * @param ip the sender's address; null when nobody knows it
 * @param sentAt when they were sent, by the sender's clock; null when nobody knows it
 */
record Circumstances(
        long project, Instant receivedAt, @Nullable String ip, @Nullable Instant sentAt) {
    private static final int FIRST_YEAR = 2021;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final byte[] UNREADABLE = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    static Circumstances of(long project, HttpRequest request, Submission submission) {
        return new Circumstances(
                project,
                request.receivedAt(),
                ip(request),
                submission.sentTime().or(() -> queried(request)).orElse(null));
    }

    /**
     * The line of an event, in UTF-8, with a line feed at its end.
     *
     * @throws CaptureRefused when it is longer than the stream takes
     */
    byte[] line(ObjectNode event) {
        ObjectNode line = JsonFormat.object();
        line.put("project_id", project);
        line.put("received_at", receivedAt.toString());
        line.put("ip", ip);
        line.put("sent_at", sentAt == null ? null : sentAt.toString());
        line.set("event", event);
        byte[] bytes = utf8(JsonFormat.write(line) + "\n");
        if (bytes.length > EventStream.LONGEST_LINE) {
            throw CaptureRefused.tooLarge(
                    "the event '%s' is larger than %d bytes"
                            .formatted(event.path("event").asText(), EventStream.LONGEST_LINE));
        }
        return bytes;
    }

    // Browsers say in the query string when they sent: in milliseconds, old ones in seconds, which
    // would lie in 1970.
    private static Optional<Instant> queried(HttpRequest request) {
        String text = request.query().path("_").asText("");
        if (!text.matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(text));
        return time.atOffset(ZoneOffset.UTC).getYear() < FIRST_YEAR
                ? Optional.empty()
                : Optional.of(time);
    }

    // As PostHog does: proxies write the first address that they know of first.
    private static @Nullable String ip(HttpRequest request) {
        String first = request.header("x-forwarded-for").split(",", 2)[0].strip();
        String known = ADDRESS.matcher(first).matches() ? first : request.sourceIp();
        return known.isEmpty() ? null : known;
    }

    // Half of a pair of surrogates, which JSON can name, is no character.
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .replaceWith(UNREADABLE)
                            .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what can't be encoded is replaced", e);
        }
    }
}
