package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.MalformedRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of {@code multipart/form-data}: text fields, and files. */
final class MultipartForm {
    private static final Pattern NAME = Pattern.compile("[; ]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern FILE = Pattern.compile("[; ]filename\\*?=");

    private MultipartForm() {}

    static ReceivedBody read(byte[] body, Charset charset, String boundary) {
        if (boundary.isEmpty()) {
            throw malformed("Invalid boundary in multipart: None");
        }
        // Each byte as one character, so that files keep theirs.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        // A part starts on a line of its own; the first one may have no line before it.
        String[] parts = ("\r\n" + text).split(Pattern.quote("\r\n--" + boundary), -1);
        ObjectNode fields = JsonFormat.object();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            readPart(parts[i], charset, fields, files);
        }
        return new ReceivedBody(fields, files);
    }

    private static void readPart(
            String part, Charset charset, ObjectNode fields, Map<String, byte[]> files) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            throw malformed("a part without headers");
        }
        String disposition = decoded(disposition(part.substring(0, end)), charset);
        Matcher matcher = NAME.matcher(disposition);
        if (!matcher.find()) {
            throw malformed("a part without a name");
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (FILE.matcher(disposition).find()) {
            files.put(name, bytes(part.substring(end + 4)));
            return;
        }
        fields.put(name, decoded(part.substring(end + 4), charset));
    }

    private static String disposition(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                return line;
            }
        }
        return "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String text, Charset charset) {
        return new String(bytes(text), charset);
    }

    private static MalformedRequest malformed(String reason) {
        return new MalformedRequest("Multipart form parse error - " + reason);
    }
}
