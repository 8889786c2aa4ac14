package dev.trendlake.capture;

import java.util.Base64;
import java.util.Optional;

/** Tells base64 from other bodies by how it begins, as PostHog does. */
final class Base64Text {
    private static final int LOOKED_AT = 128;
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    private Base64Text() {}

    static boolean isLikely(byte[] text) {
        return isLikely(text, false);
    }

    /** Whether it is base64 that a form has made blanks of the plus signs of. */
    static boolean isLikelyOfForm(byte[] text) {
        return isLikely(text, true);
    }

    /** The bytes; empty when it is no base64 after all. */
    static Optional<byte[]> decoded(byte[] text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isLikely(byte[] text, boolean withBlanks) {
        if (text.length == 0 || text.length % 4 != 0) {
            return false;
        }
        for (int place = 0; place < Math.min(text.length, LOOKED_AT); place++) {
            if (!isDigit(text[place]) && !(withBlanks && text[place] == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte character) {
        return DIGITS.indexOf(character) >= 0;
    }
}
