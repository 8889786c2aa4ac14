package dev.trendlake.local.athena;

import io.trino.client.Row;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as Athena prints them: arrays, maps and rows not as JSON, bytes as hex digits. */
final class ResultText {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private ResultText() {}

    static @Nullable String of(@Nullable Object value) {
        return value == null ? null : text(value);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> HEX.formatHex(bytes);
            case List<?> list ->
                    list.stream().map(ResultText::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Row row ->
                    row.getFields().stream()
                            .map(field ->
                                    field.getName().orElse("field" + field.getOrdinal())
                                            + "="
                                            + text(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }
}
