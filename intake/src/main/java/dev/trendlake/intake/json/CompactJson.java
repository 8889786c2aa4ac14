package dev.trendlake.intake.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON without blanks between its parts, and with the escapes alone that JSON must have; numbers as
 * they were written. A half of a surrogate pair, which no UTF-8 has, stays an escape.
 */
public final class CompactJson {
    private CompactJson() {}

    /** The compact form of what was checked. */
    public static byte[] of(byte[] json, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            byte next = json[at];
            if (next == '"') {
                int quote = endOfText(json, at + 1);
                writeText(json, at + 1, quote, out);
                at = quote;
            } else if (next > ' ') {
                out.write(next);
            }
            at++;
        }
        return out.toByteArray();
    }

    private static int endOfText(byte[] json, int from) {
        int at = from;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private static void writeText(byte[] json, int from, int to, ByteArrayOutputStream out) {
        out.write('"');
        if (hasEscape(json, from, to)) {
            StringBuilder text = new StringBuilder(to - from);
            String plain = JsonText.unescaped(json, from, to);
            for (int i = 0; i < plain.length(); i++) {
                appendCharacter(plain, i, text);
            }
            out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(json, from, to - from);
        }
        out.write('"');
    }

    private static boolean hasEscape(byte[] json, int from, int to) {
        for (int i = from; i < to; i++) {
            if (json[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static void appendCharacter(String text, int index, StringBuilder out) {
        char character = text.charAt(index);
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (character < ' ' || isHalf(text, index)) {
                    out.append("\\u%04X".formatted((int) character));
                } else {
                    out.append(character);
                }
            }
        }
    }

    private static boolean isHalf(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
