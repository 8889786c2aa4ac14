package dev.trendlake.capture;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a sender says that a body is packed. */
enum Compression {
    NONE,
    GZIP,
    LZ_STRING,
    BASE64;

    /**
     * What the query string, the form or the header says first; a word that nobody knows is none.
     */
    static Compression first(String... words) {
        return Stream.of(words)
                .map(Compression::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NONE);
    }

    private static Optional<Compression> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "gzip-js", "x-gzip" -> Optional.of(GZIP);
            case "lz64", "lz-string" -> Optional.of(LZ_STRING);
            case "base64", "b64" -> Optional.of(BASE64);
            default -> Optional.empty();
        };
    }
}
