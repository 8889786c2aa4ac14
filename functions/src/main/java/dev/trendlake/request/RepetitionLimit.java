package dev.trendlake.request;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds counted repetitions that multiply to more than 1,000, such as {@code (a{100}){100}}. RE2
 * refuses them; its port to Java writes them all out, which takes minutes and all memory.
 */
final class RepetitionLimit {
    private static final long MAX_REPETITIONS = 1_000;
    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");
    private static final Pattern QUOTED = Pattern.compile("\\\\Q.*?(?:\\\\E|$)", Pattern.DOTALL);
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:[xpP]\\{[^}]*\\}|.)", Pattern.DOTALL);
    private static final Pattern CLASS =
            Pattern.compile("\\[\\^?\\]?(?:\\[:[^\\]]*:\\]|\\\\.|[^\\]\\\\])*+\\]", Pattern.DOTALL);

    private final String expression;
    // The most repetitions inside each group that is open.
    private final Deque<Long> groups = new ArrayDeque<>();
    // The repetitions of what was read last.
    private long last = 1;

    private RepetitionLimit(String expression) {
        this.expression = expression;
    }

    /** Whether an expression repeats something too often. */
    static boolean isExceeded(String expression) {
        return new RepetitionLimit(expression).walk();
    }

    private boolean walk() {
        groups.push(1L);
        int at = 0;
        while (at < expression.length()) {
            at = next(at);
            groups.push(Math.max(groups.pop(), last));
            if (last > MAX_REPETITIONS) {
                return true;
            }
        }
        return false;
    }

    private int next(int at) {
        return switch (expression.charAt(at)) {
            case '\\' -> escape(at);
            case '[' -> skip(CLASS, at);
            case '{' -> count(at);
            case '(' -> open(at);
            case ')' -> close(at);
            case '*', '+', '?' -> at + 1;
            default -> single(at);
        };
    }

    private int escape(int at) {
        return expression.startsWith("\\Q", at) ? skip(QUOTED, at) : skip(ESCAPED, at);
    }

    private int skip(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(expression).region(at, expression.length());
        last = 1;
        return matcher.lookingAt() ? matcher.end() : at + 1;
    }

    private int count(int at) {
        Matcher count = COUNT.matcher(expression).region(at, expression.length());
        if (!count.lookingAt()) {
            return single(at);
        }
        String most = count.group(2) == null || count.group(2).isEmpty() ? "0" : count.group(2);
        long times = Math.max(Long.parseLong(count.group(1)), Long.parseLong(most));
        last *= Math.max(1, times);
        return count.end();
    }

    private int open(int at) {
        groups.push(1L);
        last = 1;
        return at + 1;
    }

    private int close(int at) {
        last = groups.size() > 1 ? groups.pop() : 1;
        return at + 1;
    }

    private int single(int at) {
        last = 1;
        return at + 1;
    }
}
