package dev.trendlake.intake.json;

import java.nio.charset.StandardCharsets;

/** The text behind a JSON text. */
public final class JsonText {
    private JsonText() {}

    /**
     * The text of what stands between two quotes, which was checked.
     *
     * @param from behind the first quote
     * @param to where the second one is
     */
    public static String unescaped(byte[] json, int from, int to) {
        String raw = new String(json, from, to - from, StandardCharsets.UTF_8);
        int escape = raw.indexOf('\\');
        if (escape < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (escape >= 0) {
            text.append(raw, at, escape);
            text.append(escaped(raw, escape));
            at = escape + (raw.charAt(escape + 1) == 'u' ? 6 : 2);
            escape = raw.indexOf('\\', at);
        }
        return text.append(raw, at, raw.length()).toString();
    }

    private static char escaped(String raw, int escape) {
        char letter = raw.charAt(escape + 1);
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(raw, escape + 2, escape + 6, 16);
            default -> letter;
        };
    }
}
