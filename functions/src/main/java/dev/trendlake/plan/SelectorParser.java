package dev.trendlake.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads selectors as far as PostHog understands them: tags, classes, ids, attributes with a quoted
 * value, and positions. The rest of CSS is taken as a part of a name, so that it matches nothing.
 */
final class SelectorParser {
    private static final String CHILD = ">";
    // Nothing that was read is given back, and a name that no value follows is read once, since
    // none
    // follows the brackets within it either: a long text of brackets must not take long.
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "\\[\\s*+([^\\]\\s=]++)(?:\\s*+=\\s*+(['\"])(.*?)\\2\\s*+\\])?+",
                    Pattern.DOTALL);
    private static final Pattern POSITION =
            Pattern.compile(":(nth-child|nth-of-type)\\(\\s*([0-9]+)\\s*\\)");

    private SelectorParser() {}

    static Selector parse(String selector) {
        List<String> pieces = withoutAnyChild(pieces(selector));
        List<Selector.Part> parts = new ArrayList<>();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (!pieces.get(i).equals(CHILD)) {
                boolean isParent = i + 1 < pieces.size() && pieces.get(i + 1).equals(CHILD);
                parts.add(part(pieces.get(i), isParent));
            }
        }
        return new Selector(parts);
    }

    // Blanks within brackets belong to a value, and what follows a backslash to a name.
    private static List<String> pieces(String selector) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        BracketState state = new BracketState();
        for (int i = 0; i < selector.length(); i++) {
            char character = selector.charAt(i);
            boolean isInside = state.isInsideAfter(character);
            if (!isInside && character == '\\' && i + 1 < selector.length()) {
                piece.append(character).append(selector.charAt(++i));
            } else if (!isInside && (Character.isWhitespace(character) || character == '>')) {
                finish(piece, pieces);
                if (character == '>') {
                    pieces.add(CHILD);
                }
            } else {
                piece.append(character);
            }
        }
        finish(piece, pieces);
        return pieces;
    }

    private static void finish(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    // "> *" says nothing in PostHog: a > * > b reads as a b, a > * as a.
    private static List<String> withoutAnyChild(List<String> pieces) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (isAnyChild(pieces, i)) {
                i += i + 2 < pieces.size() && pieces.get(i + 2).equals(CHILD) ? 2 : 1;
            } else {
                kept.add(pieces.get(i));
            }
        }
        return kept;
    }

    private static boolean isAnyChild(List<String> pieces, int place) {
        return pieces.get(place).equals(CHILD)
                && place + 1 < pieces.size()
                && pieces.get(place + 1).equals("*");
    }

    private static Selector.Part part(String piece, boolean isParent) {
        Map<String, String> attributes = new HashMap<>();
        String names = withoutAttributes(piece, attributes);
        return new ElementNames(attributes).read(withoutPositions(names, attributes), isParent);
    }

    private static String withoutAttributes(String piece, Map<String, String> attributes) {
        Matcher matcher = ATTRIBUTE.matcher(piece);
        StringBuilder names = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            String value = matcher.group(3);
            if (value != null) {
                String key = matcher.group(1);
                attributes.put(
                        key.equals("id") ? ElementNames.ID : key, value.replace("\\\"", "\""));
                names.append(piece, end, matcher.start());
                end = matcher.end();
            }
        }
        return names.append(piece, end, piece.length()).toString();
    }

    private static String withoutPositions(String piece, Map<String, String> attributes) {
        Matcher matcher = POSITION.matcher(piece);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group(2));
        }
        return matcher.reset().replaceAll("");
    }

    /** Whether the reading stands between brackets, whose quotes may hold brackets again. */
    private static final class BracketState {
        private static final char NONE = 0;
        private boolean inside;
        private char quote = NONE;

        boolean isInsideAfter(char character) {
            if (inside && (character == '"' || character == '\'')) {
                quote = quote == NONE ? character : quote == character ? NONE : quote;
            } else if (quote == NONE && character == '[') {
                inside = true;
            } else if (quote == NONE && character == ']') {
                inside = false;
            }
            return inside;
        }
    }
}
