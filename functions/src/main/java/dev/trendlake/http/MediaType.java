package dev.trendlake.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type as headers write it.
 *
 * @param name type and subtype in lower case: {@code application/json}; empty for an empty header
 * @param parameters what follows, by name in lower case
 */
record MediaType(String name, Map<String, String> parameters) {
    MediaType {
        parameters = Map.copyOf(parameters);
    }

    static MediaType parse(String header) {
        String[] parts = header.split(";", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parameters.put(name, unquoted(parts[i].substring(equals + 1).strip()));
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
    }

    /** The declared character set; UTF-8 without one, and for one that is not known. */
    Charset charset() {
        String name = parameters.getOrDefault("charset", "utf-8");
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String unquoted(String value) {
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1);
        }
        return value;
    }
}
