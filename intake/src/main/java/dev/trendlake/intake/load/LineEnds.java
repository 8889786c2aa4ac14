package dev.trendlake.intake.load;

/** Where lines end, and what of them counts. */
final class LineEnds {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private LineEnds() {}

    /** The place of the next line feed; the end when there is none. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The first place that is no blank, nor a byte order mark. */
    static int afterBlanks(byte[] bytes, int from, int end) {
        int at = hasMark(bytes, from, end) ? from + BYTE_ORDER_MARK.length : from;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The place behind the last one that is no blank. */
    static int beforeBlanks(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean hasMark(byte[] bytes, int from, int end) {
        if (end - from < BYTE_ORDER_MARK.length) {
            return false;
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if ((bytes[from + i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte next) {
        return next >= 0 && next <= ' ';
    }
}
