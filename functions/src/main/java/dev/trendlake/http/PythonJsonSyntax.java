package dev.trendlake.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a text that is no JSON, in the words and with the position of Python's
 * {@code json} module, which PostHog hands on: {@code Expecting value: line 1 column 1 (char 0)}.
 */
final class PythonJsonSyntax {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("null|true|false");
    private static final Pattern CONSTANT = Pattern.compile("NaN|-?Infinity");
    private static final Pattern UNICODE = Pattern.compile("[0-9a-fA-F]{4}");

    private final String text;
    private int position;

    private PythonJsonSyntax(String text) {
        this.text = text;
    }

    static String errorIn(String text) {
        if (text.startsWith("\uFEFF")) {
            return at("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
        }
        try {
            new PythonJsonSyntax(text).document();
        } catch (Wrong wrong) {
            return wrong.place < 0 ? wrong.words : at(wrong.words, text, wrong.place);
        } catch (StackOverflowError e) {
            return "maximum recursion depth exceeded";
        }
        return "the document is nested too deeply, or a number or a name in it is too long";
    }

    private static String at(String words, String text, int place) {
        String before = text.substring(0, place);
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return "%s: line %d column %d (char %d)"
                .formatted(words, lines + 1, codePoints(line) + 1, codePoints(before));
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private void document() throws Wrong {
        skipBlanks();
        value();
        skipBlanks();
        if (position < text.length()) {
            throw new Wrong("Extra data", position);
        }
    }

    private void value() throws Wrong {
        if (isAt('"')) {
            string();
        } else if (isAt('{')) {
            object();
        } else if (isAt('[')) {
            list();
        } else if (isAt(CONSTANT)) {
            throw new Wrong(
                    "Out of range float values are not JSON compliant: " + found(CONSTANT), -1);
        } else if (isAt(WORD)) {
            position += found(WORD).length();
        } else if (isAt(NUMBER)) {
            position += found(NUMBER).length();
        } else {
            throw new Wrong("Expecting value", position);
        }
    }

    private void object() throws Wrong {
        position++;
        skipBlanks();
        if (takes('}')) {
            return;
        }
        do {
            skipBlanks();
            if (!isAt('"')) {
                throw new Wrong("Expecting property name enclosed in double quotes", position);
            }
            string();
            skipBlanks();
            if (!takes(':')) {
                throw new Wrong("Expecting ':' delimiter", position);
            }
            skipBlanks();
            value();
        } while (goesOn('}'));
    }

    private void list() throws Wrong {
        position++;
        skipBlanks();
        if (takes(']')) {
            return;
        }
        do {
            skipBlanks();
            value();
        } while (goesOn(']'));
    }

    private boolean goesOn(char close) throws Wrong {
        skipBlanks();
        if (takes(close)) {
            return false;
        }
        if (!takes(',')) {
            throw new Wrong("Expecting ',' delimiter", position);
        }
        return true;
    }

    private void string() throws Wrong {
        int start = position;
        position++;
        while (!takes('"')) {
            if (position >= text.length()) {
                throw new Wrong("Unterminated string starting at", start);
            }
            if (isAt('\\')) {
                escape(start);
            } else if (text.charAt(position) < ' ') {
                throw new Wrong("Invalid control character at", position);
            } else {
                position++;
            }
        }
    }

    private void escape(int start) throws Wrong {
        if (position + 1 == text.length()) {
            throw new Wrong("Unterminated string starting at", start);
        }
        char escaped = text.charAt(position + 1);
        if (escaped == 'u') {
            unicodeEscape();
        } else if ("\"\\/bfnrt".indexOf(escaped) < 0) {
            throw new Wrong("Invalid \\escape", position);
        } else {
            position += 2;
        }
    }

    private void unicodeEscape() throws Wrong {
        int digits = position + 2;
        // Python wants something behind the four digits, if only the closing quote.
        if (digits + 4 >= text.length()
                || !UNICODE.matcher(text).region(digits, digits + 4).matches()) {
            throw new Wrong("Invalid \\uXXXX escape", position + 1);
        }
        position = digits + 4;
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private boolean takes(char expected) {
        if (!isAt(expected)) {
            return false;
        }
        position++;
        return true;
    }

    private boolean isAt(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private boolean isAt(Pattern expected) {
        return matcher(expected).lookingAt();
    }

    private String found(Pattern expected) {
        Matcher matcher = matcher(expected);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    private Matcher matcher(Pattern expected) {
        return expected.matcher(text).region(position, text.length());
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;
        private final int place;

        Wrong(String words, int place) {
            super(words);
            this.words = words;
            this.place = place;
        }
    }
}
