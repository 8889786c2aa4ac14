package dev.trendlake.local.command;

import java.util.random.RandomGenerator;

/** New API keys: {@code phx_} and 44 random letters and digits, some 262 bits. */
final class SecretKey {
    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 44;

    private SecretKey() {}

    /** A new key. */
    static String next(RandomGenerator random) {
        StringBuilder key = new StringBuilder("phx_");
        random.ints(LENGTH, 0, CHARACTERS.length())
                .forEach(place -> key.append(CHARACTERS.charAt(place)));
        return key.toString();
    }
}
