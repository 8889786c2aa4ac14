package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which chains of elements selectors match; the chain is the example of the specification. */
class SelectorPatternTest {
    private static final String CHAIN =
            "a.btn.large:attr__data-x=\"1\"attr_id=\"buy\"href=\"/p\"nth-child=\"1\"nth-of-type=\"2\"text=\"Buy;"
                + " \\\"now\\\"\";span:nth-child=\"0\"nth-of-type=\"0\";"
                + "div.hover:bg-blue.w-[1.5rem]:attr_id=\"nested\"nth-child=\"3\"nth-of-type=\"0\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "*",
                ".btn",
                "a.btn",
                "a.large.btn",
                "#buy",
                "a#buy",
                "[id=\"buy\"]",
                "[id='buy']",
                "[href=\"/p\"]",
                "a.btn[href=\"/p\"][data-x='1']",
                "a[attr__data-x=\"1\"]",
                "#buy[data-x=\"1\"]",
                "a:nth-child(1)",
                "a:nth-of-type(2)",
                "a:nth-child(1):nth-of-type(2)",
                "a[text='Buy; \"now\"']",
                "a[text=\"Buy; \\\"now\\\"\"]",
                "div a",
                "span > a",
                "div > span > a",
                "div>span>a",
                "div span a",
                "div#nested a.btn",
                "#nested > span",
                "div > *",
                "div > * > a",
                "div.w-[1.5rem]",
                "div.hover:bg-blue",
                "div.hover\\:bg-blue",
                ".w-\\[1\\.5rem\\]",
            })
    void matches(String selector) {
        assertThat(matches(selector, CHAIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "button",
                "sp",
                "div > a",
                "a div",
                "a > span",
                "span.btn",
                "span#buy",
                "div.btn",
                "#nested > a",
                "a:nth-child(2)",
                "div[href=\"/p\"]",
                "a[href=\"/\"]",
                "a[text=\"Buy\"]",
                "a:hover",
                "a, span",
                "a[href^=\"/p\"]",
                "now",
                ".1rem",
            })
    void doesNotMatch(String selector) {
        assertThat(matches(selector, CHAIN)).isFalse();
    }

    @Test
    void skipsWholeElementsBetweenDescendants() {
        String deep = "a:nth-child=\"1\";p:text=\"x;div\";p;section";

        assertThat(matches("section a", deep)).isTrue();
        assertThat(matches("section > a", deep)).isFalse();
        assertThat(matches("div a", deep)).isFalse();
    }

    @Test
    void holdsAllConditionsToOneElement() {
        String chain = "a.one:href=\"/1\";a.two:href=\"/2\"";

        assertThat(matches("a.two[href=\"/2\"]", chain)).isTrue();
        assertThat(matches("a.one[href=\"/2\"]", chain)).isFalse();
        assertThat(matches("a.one.two", chain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "]",
                "[[",
                "\\",
                "a\\",
                "'",
                "\"",
                "[x=\"",
                "*)+?{",
                "^$|",
                "..",
                "##",
                "> >",
                ">",
                "a >",
                "> a",
                ":nth-child(",
                "a[x='y' b",
                "\\Q\\E",
                "(?i)a",
                "a;b",
                "\u0000"
            })
    void takesAnythingAsASelector(String selector) {
        assertThatCode(() -> Pattern.compile(SelectorPattern.of(SelectorParser.parse(selector))))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        com.google.re2j.Pattern.compile(
                                SelectorPattern.of(SelectorParser.parse(selector))))
                .doesNotThrowAnyException();
    }

    @Test
    void isTheSameExpressionForRe2() {
        String pattern = SelectorPattern.of(SelectorParser.parse("div#nested a.btn[href='/p']"));

        assertThat(com.google.re2j.Pattern.compile(pattern).matcher(CHAIN).find()).isTrue();
    }

    private static boolean matches(String selector, String chain) {
        String pattern = SelectorPattern.of(SelectorParser.parse(selector));
        return Pattern.compile(pattern).matcher(chain).find();
    }
}
