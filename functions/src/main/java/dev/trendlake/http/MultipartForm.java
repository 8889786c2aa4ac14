package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of {@code multipart/form-data}: text fields, no files. */
final class MultipartForm {
    private static final Pattern NAME = Pattern.compile("[; ]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern FILE = Pattern.compile("[; ]filename\\*?=");

    private MultipartForm() {}

    static ObjectNode read(String text, String boundary) {
        if (boundary.isEmpty()) {
            throw malformed("Invalid boundary in multipart: None");
        }
        // A part starts on a line of its own; the first one may have no line before it.
        String[] parts = ("\r\n" + text).split(Pattern.quote("\r\n--" + boundary), -1);
        ObjectNode fields = JsonFormat.object();
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            readPart(parts[i], fields);
        }
        return fields;
    }

    private static void readPart(String part, ObjectNode fields) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            throw malformed("a part without headers");
        }
        String disposition = disposition(part.substring(0, end));
        Matcher matcher = NAME.matcher(disposition);
        if (!matcher.find()) {
            throw malformed("a part without a name");
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (FILE.matcher(disposition).find()) {
            throw new InvalidRequest(name, "a file can't be read here; send the field as text");
        }
        fields.put(name, part.substring(end + 4));
    }

    private static String disposition(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                return line;
            }
        }
        return "";
    }

    private static MalformedRequest malformed(String reason) {
        return new MalformedRequest("Multipart form parse error - " + reason);
    }
}
