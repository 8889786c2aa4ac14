package dev.trendlake.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python makes of the same arithmetic, with A = 7, B = 2 and C = 0 (spec: trends, 8). */
class FormulaParserTest {
    private static final double[] AMOUNTS = {7, 2, 0};

    @ParameterizedTest
    @CsvSource({
        "A, 7",
        "a+b, 9",
        "A + 2*B, 11",
        "(A + 2)*B, 18",
        "A-B-1, 4",
        "A/B, 3.5",
        "A/B/2, 1.75",
        "A%B, 1",
        "-A%B, 1",
        "A%-B, -1",
        "B**3**2, 512",
        "-B**2, -4",
        "B**-1, 0.5",
        "2*-B, -4",
        "+A, 7",
        "--A, 7",
        ".5*A, 3.5",
        "1.*A, 7",
        "1e2+1.5E-1, 100.15",
        "' A  *  B ', 14",
        "((((A)))), 7",
    })
    void computesAsPythonDoes(String expression, double value) {
        assertThat(valueOf(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"A/C, 0", "A/0 + B, 2", "A%C, 0", "C/C*100, 0", "C**-1, 0", "A/(B-2), 0"})
    void takesADivisionByZeroAsZero(String expression, double value) {
        assertThat(valueOf(expression)).isEqualTo(value);
    }

    @Test
    void hasNoNumberForTheRootOfANegativeOne() {
        assertThat(valueOf("(-A)**0.5")).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A^2; Operator BitXor not supported; a power is written **",
                "A//B; Operator FloorDiv not supported",
                "A|B; Operator BitOr not supported",
                "~A; Operator Invert not supported",
            })
    void namesPythonsOtherOperators(String expression, String start) {
        assertThat(refusalOf(expression)).hasMessageStartingWith(start);
    }

    @ParameterizedTest
    @CsvSource({"A+D, D", "A+d, d", "log(A), log", "AB, AB", "A_1, A_1"})
    void namesWhatIsNoSeries(String expression, String name) {
        assertThat(refusalOf(expression))
                .hasMessage("Constant " + name + " not supported; the series are called A to C");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "A+, the end, 3",
                "A B, 'B', 3",
                "2A, 'A', 2",
                "(A, the end, 3",
                "A), ')', 2",
                "A* *B, '*', 4",
                "(), ')', 2",
                "1.2.3, '.3', 4",
            })
    void saysWhereSyntaxEnds(String expression, String found, int position) {
        assertThat(refusalOf(expression))
                .hasMessageStartingWith("invalid syntax")
                .hasMessageEndingWith("in place of " + found + " at character " + position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,B", "A=B", "A<B", "A!", "é", "A;B", "'A'", "A\u0000", "😀"})
    void refusesWhatFormulasDoNotHave(String expression) {
        assertThat(refusalOf(expression)).hasMessageContaining("is nothing that formulas have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2**"})
    void refusesWhatNestsWithoutEnd(String part) {
        assertThat(refusalOf(part.repeat(300) + "A")).hasMessageContaining("deeper than 100");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(refusalOf("A" + "+A".repeat(500))).hasMessageContaining("1000 characters");
    }

    @Test
    void computesTheLongestSum() {
        assertThat(valueOf("A" + "+A".repeat(499))).isEqualTo(3500);
    }

    @Test
    void refusesNumbersBeyondAllMeasure() {
        assertThat(refusalOf("1e999")).hasMessageContaining("more than a number can be");
    }

    @Test
    void blamesTheFormulasField() {
        assertThat(refusalOf("A+").attribute()).isEqualTo("formulas__1");
    }

    private static double valueOf(String expression) {
        return parse(expression).valueOf(series -> AMOUNTS[series]);
    }

    private static InvalidRequest refusalOf(String expression) {
        return assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> parse(expression))
                .actual();
    }

    private static FormulaExpression parse(String expression) {
        return FormulaParser.parse(
                new Formula(expression, "", new Address("formulas__1")), AMOUNTS.length);
    }
}
