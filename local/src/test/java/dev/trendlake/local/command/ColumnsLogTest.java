package dev.trendlake.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.command.ColumnsSavings.Saving;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of logs, as the functions and AWS's command line write them. */
class ColumnsLogTest {
    private static final String BROWSER =
            """
            {"level":"INFO","project":7,"from_documents":["event:$browser"],\
            "execution_id":"e-1","cached":false,"bytes_scanned":3000,"status":200}\
            """;
    private static final String BROWSER_AND_PLAN =
            """
            {"level":"INFO","project":7,"from_documents":["event:$browser","person:plan"],\
            "execution_id":"e-2","cached":false,"bytes_scanned":1000,"status":200}\
            """;
    private static final String NOTHING =
            """
            {"level":"INFO","project":7,"from_documents":[],\
            "execution_id":"e-3","cached":false,"bytes_scanned":500,"status":200}\
            """;
    private static final List<Saving> SAVINGS =
            List.of(new Saving(7, "event:$browser", 2, 3500), new Saving(7, "person:plan", 1, 500));

    @Test
    void dividesTheBytesOfAQuestionAmongItsProperties() {
        ColumnsSavings savings = savings(BROWSER, BROWSER_AND_PLAN, NOTHING);

        assertThat(savings).isEqualTo(new ColumnsSavings(3, 4500, 2, SAVINGS));
    }

    @Test
    void countsAnExecutionOnceWhoeverWaitsForIt() {
        ColumnsSavings savings = savings(BROWSER, BROWSER, BROWSER_AND_PLAN);

        assertThat(savings).isEqualTo(new ColumnsSavings(2, 4000, 2, SAVINGS));
    }

    @Test
    void joinsTheRequestThatStartsAnExecutionWithTheOneThatSeesItsEnd() {
        ColumnsSavings savings =
                savings(
                        """
                        {"project":7,"from_documents":["event:$os"],"execution_id":"e-9"}\
                        """,
                        """
                        {"project":7,"execution_id":"e-9","bytes_scanned":42}\
                        """,
                        """
                        {"project":7,"from_documents":["event:$os"],"execution_id":"e-10"}\
                        """);

        assertThat(savings.byProperty()).containsExactly(new Saving(7, "event:$os", 1, 42));
        assertThat(savings.questions()).isEqualTo(1);
    }

    @Test
    void readsWhatLogsTailPrints() {
        String prefix = "2026-11-27T07:00:00.123000+00:00 2026/11/27/[$LATEST]abc ";

        assertThat(savings(prefix + BROWSER, prefix + BROWSER_AND_PLAN).byProperty())
                .isEqualTo(SAVINGS);
    }

    @Test
    void readsWhatFilterLogEventsPrints() {
        assertThat(
                        savings(
                                        "{",
                                        "    \"events\": [",
                                        "        {",
                                        "            \"logStreamName\": \"2026/11/27/a\",",
                                        "            \"message\": " + quoted(BROWSER + "\n") + ",",
                                        "            \"eventId\": \"1\"",
                                        "        },",
                                        "            \"message\": " + quoted(BROWSER_AND_PLAN),
                                        "        }",
                                        "    ]",
                                        "}")
                                .byProperty())
                .isEqualTo(SAVINGS);
    }

    @Test
    void readsTheSameInOneLineAndAsText() {
        String json =
                "{\"events\":[{\"message\":%s},{\"message\":%s}]}"
                        .formatted(quoted(BROWSER), quoted(BROWSER_AND_PLAN));

        assertThat(savings(json).byProperty()).isEqualTo(SAVINGS);
        assertThat(savings(BROWSER + "\t" + BROWSER_AND_PLAN).byProperty()).isEqualTo(SAVINGS);
    }

    @Test
    void passesOverWhateverElseIsThere() {
        assertThat(
                        savings(
                                "START RequestId: 1 Version: $LATEST",
                                "",
                                "{not JSON",
                                "{\"project\":\"7\",\"execution_id\":\"e\",\"bytes_scanned\":1}",
                                "{\"project\":7,\"cached\":true}",
                                "[1, 2]"))
                .isEqualTo(new ColumnsSavings(0, 0, 0, List.of()));
    }

    @Test
    void keepsProjectsApart() {
        ColumnsLog log = new ColumnsLog();
        log.add(BROWSER);
        log.add(BROWSER.replace("\"project\":7", "\"project\":8").replace("e-1", "e-8"));

        assertThat(log.savings(8L).byProperty())
                .containsExactly(new Saving(8, "event:$browser", 1, 3000));
        assertThat(log.savings(null).byProperty())
                .containsExactly(
                        new Saving(7, "event:$browser", 1, 3000),
                        new Saving(8, "event:$browser", 1, 3000));
    }

    private static ColumnsSavings savings(String... lines) {
        ColumnsLog log = new ColumnsLog();
        List.of(lines).forEach(log::add);
        return log.savings(null);
    }

    private static String quoted(String line) {
        return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
