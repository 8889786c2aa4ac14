package dev.trendlake.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.answer.TrendAnswer;
import dev.trendlake.engine.Row;
import dev.trendlake.http.EventBuilder;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {
    private static final String RANGE =
            "events=[{\"id\":\"$pageview\"}]&date_from=2020-01-01&date_to=2020-01-02";

    @Test
    void answersWithTheEntriesAsCsv() throws IOException {
        JsonNode answer = ask(RANGE);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.at("/headers/content-type").asText())
                .isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.path("body").asText())
                .isEqualTo("series,1-Jan-2020,2-Jan-2020\r\n$pageview,0,5\r\n");
    }

    @Test
    void leadsToTheInsight() throws IOException {
        assertThat(ask(RANGE + "&export_insight_id=test123").path("body").asText())
                .startsWith("https://site.example/insights/test123/\r\nseries,");
    }

    @Test
    void refusesWhatIsNoInsight() throws IOException {
        JsonNode answer = ask(RANGE + "&export_insight_id=a%0D%0Ab");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
        assertThat(answer.path("body").asText()).contains("\"attr\":\"export_insight_id\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Pageview count, pageview-count",
        "'  A -- b_c! ', a-b_c",
        "Résumé, resume",
        "'a\"; x=\"b', a-xb",
        "日本, export",
        "'', export",
    })
    void namesTheFileAfterTheExport(String name, String slug) throws IOException {
        String encoded = URLEncoder.encode(name, UTF_8);

        assertThat(fileName(RANGE + "&export_name=" + encoded))
                .isEqualTo(slug + " (2020-01-01 - 2020-01-02) from PostHog.csv");
    }

    @Test
    void namesNoFirstDayOfAllTime() throws IOException {
        assertThat(fileName("events=[{\"id\":\"a\"}]&date_from=all&date_to=2020-01-02"))
                .isEqualTo("export (up until 2020-01-02) from PostHog.csv");
    }

    private static String fileName(String query) throws IOException {
        String header = ask(query).at("/headers/content-disposition").asText();
        assertThat(header).startsWith("attachment; filename=\"").endsWith("\"");
        return header.substring("attachment; filename=\"".length(), header.length() - 1);
    }

    private static JsonNode ask(String query) throws IOException {
        EventBuilder event =
                EventBuilder.get("/api/projects/1/insights/trend.csv")
                        .key(SampleAdmissions.KEY)
                        .query(query);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Responder responder = new OnlyTrends(fiveOnTheSecondOfJanuary());
        new Doorway(
                        "TrendFunction",
                        responder,
                        InstantSource.system(),
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                        SampleDeployment.STACK)
                .handle(
                        new ByteArrayInputStream(event.text().getBytes(UTF_8)),
                        answer,
                        new TestContext(29_000));
        return JsonFormat.read(answer.toString(UTF_8));
    }

    private static TrendService fiveOnTheSecondOfJanuary() {
        List<Row> rows = List.of(new Row(List.of("1", "0", "{\"2020-01-02\":5}")));
        return new FixedTrends((query, project, asking) ->
                new TrendOutcome.Answered(
                        new TrendAnswer(query, project, asking.now(), true, asking.url()).of(rows),
                        new TrendOutcome.Origin.Cache()));
    }
}
