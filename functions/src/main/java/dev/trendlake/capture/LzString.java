package dev.trendlake.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes {@code compressToBase64} of lz-string, with which old SDKs of browsers pack: a dictionary
 * of phrases that grows as it is read, of codes that widen with it, six bits in a character.
 */
final class LzString {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int BITS = 6;
    private static final int CHARACTER_8 = 0;
    private static final int CHARACTER_16 = 1;
    private static final int END = 2;

    private final String packed;
    // The first three codes are no phrases.
    private final List<String> phrases = new ArrayList<>(List.of("", "", ""));
    private int width = 2;
    private int room = 1;
    private int place;
    private int digit;
    private int bitsLeft;

    private LzString(String packed) {
        this.packed = packed.replaceFirst("=+$", "");
    }

    /**
     * Unpacks.
     *
     * @param most how many characters the text may have
     * @throws CaptureRefused when it is not packed so, or longer
     */
    static String decompressed(String packed, int most) {
        return new LzString(packed).read(most);
    }

    private String read(int most) {
        StringBuilder text = new StringBuilder();
        String previous = "";
        for (int code = nextCode(); code != END; code = nextCode()) {
            String phrase = phrase(code, previous);
            if (!previous.isEmpty()) {
                phrases.add(previous + phrase.charAt(0));
            }
            widen();
            previous = phrase;
            text.append(phrase);
            if (text.length() > most) {
                throw CaptureRefused.tooLarge("the request is larger than " + most + " bytes");
            }
        }
        return text.toString();
    }

    /** The code of the next phrase, which may be a new one of one character; or the end. */
    private int nextCode() {
        int code = bits(width);
        if (code != CHARACTER_8 && code != CHARACTER_16) {
            return code;
        }
        phrases.add(String.valueOf((char) bits(code == CHARACTER_8 ? 8 : 16)));
        if (width > 2) {
            widen();
        }
        return phrases.size() - 1;
    }

    private void widen() {
        room--;
        if (room == 0) {
            room = width == 2 ? 4 : 1 << width;
            width++;
        }
    }

    private String phrase(int code, String previous) {
        if (code < phrases.size() && !phrases.get(code).isEmpty()) {
            return phrases.get(code);
        }
        if (code == phrases.size() && !previous.isEmpty()) {
            return previous + previous.charAt(0);
        }
        throw refused();
    }

    // The lowest bit of a number comes first, the highest bit of a digit.
    private int bits(int count) {
        int number = 0;
        for (int bit = 0; bit < count; bit++) {
            if (bitsLeft == 0) {
                digit = nextDigit();
                bitsLeft = BITS;
            }
            bitsLeft--;
            number |= (digit >> bitsLeft & 1) << bit;
        }
        return number;
    }

    private int nextDigit() {
        int value = place < packed.length() ? DIGITS.indexOf(packed.charAt(place)) : -1;
        if (value < 0) {
            throw refused();
        }
        place++;
        return value;
    }

    private static CaptureRefused refused() {
        return CaptureRefused.undecodable("decompress_lz64: failed decompress to UTF16");
    }
}
