package dev.trendlake.hogql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HogQlParserTest {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "properties",
                    ".",
                    ",",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "'x'",
                    "'",
                    "\"",
                    "`",
                    "1",
                    "1.5",
                    "-",
                    "+",
                    "*",
                    "/",
                    "%",
                    "||",
                    "=",
                    "!=",
                    "<",
                    ">=",
                    "=~",
                    "!~*",
                    "?",
                    "??",
                    "?.",
                    ":",
                    "::",
                    "->",
                    "and",
                    "or",
                    "not",
                    "in",
                    "cohort",
                    "like",
                    "between",
                    "is",
                    "null",
                    "case",
                    "when",
                    "then",
                    "else",
                    "end",
                    "interval",
                    "day",
                    "as",
                    "cast",
                    "distinct",
                    "from",
                    "filter",
                    "where",
                    "trim",
                    "both",
                    "true",
                    "nan",
                    "--",
                    "/*",
                    "*/",
                    "\\",
                    "\n",
                    "\u0000",
                    "é",
                    "\uD83D\uDE00",
                    "\uD83D",
                    "0x",
                    "1e9999",
                    "99999999999999999999",
                    ";",
                    "@",
                    "#");

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "f(", "a[", "(a, ", "case when ", "- ", "not ", "x -> "})
    void refusesWhatIsNestedTooDeeply(String opening) {
        String endless = opening.repeat(HogQlParser.LONGEST / opening.length());

        assertThatThrownBy(() -> HogQlParser.parse(endless)).isInstanceOf(HogQlException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "a ? b : ", "a = ", "a.1.", "a || ", "a as b as "})
    void refusesWhatIsChainedTooLong(String link) {
        String endless = link.repeat(HogQlParser.LONGEST / link.length() - 1) + "1";

        assertThatThrownBy(() -> HogQlParser.parse(endless)).isInstanceOf(HogQlException.class);
    }

    @Test
    void refusesAHundredThousandParentheses() {
        String parentheses = "(".repeat(50_000) + ")".repeat(50_000);

        assertThatThrownBy(() -> HogQlParser.parse(parentheses))
                .isInstanceOf(HogQlException.class)
                .hasMessage("The expression is longer than 10000 characters.");
    }

    @Test
    void readsManyConditionsAndLongLists() {
        String conditions = "event = 'a' or ".repeat(600) + "true";
        String list = "event in (" + "'a', ".repeat(1_500) + "'b')";

        assertThat(HogQlParser.parse(conditions)).isInstanceOf(HogQlExpression.Or.class);
        assertThat(HogQlParser.parse(list)).isInstanceOf(HogQlExpression.Comparison.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a +|Syntax error: the expression ends too early|3",
                "a b|Syntax error: unexpected 'b' at character 3|2",
                "f(a|Syntax error: the expression ends too early|3",
                "interval '3 fortnights'|Unsupported interval unit: fortnight|0",
            })
    void saysWhatIsWrongAndWhere(String expression, String message, int position) {
        assertThatThrownBy(() -> HogQlParser.parse(expression))
                .hasMessage(message)
                .asInstanceOf(type(HogQlException.class))
                .extracting(HogQlException::position)
                .isEqualTo(position);
    }

    @Test
    void readsOrRefusesAnyPieces() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(20);
            for (int piece = 0; piece < length; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())))
                        .append(random.nextBoolean() ? " " : "");
            }
            readsOrRefuses(text.toString());
        }
    }

    @Test
    void readsOrRefusesExpressionsWithACharacterTooFewOrChanged() throws IOException {
        Random random = new Random(20_261_124);
        for (String line : Files.readAllLines(Path.of("src/test/hogql/expressions.txt"))) {
            int place = random.nextInt(line.length());
            String rest = line.substring(place + 1);
            readsOrRefuses(line.substring(0, place) + rest);
            readsOrRefuses(line.substring(0, place) + (char) random.nextInt(128) + rest);
        }
    }

    private static void readsOrRefuses(String text) {
        try {
            HogQlReferences.of(HogQlParser.parse(text));
        } catch (HogQlException refused) {
            assertThat(refused.position()).as(text).isBetween(0, text.length());
        }
    }
}
