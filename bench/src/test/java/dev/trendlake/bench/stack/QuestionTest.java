package dev.trendlake.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.TrendQuery;
import io.trino.sql.parser.SqlParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyQuestionIsOneThatIsPlanned() throws IOException {
        assertThat(Question.all())
                .isNotEmpty()
                .allSatisfy(
                        question -> assertThat(planned(question)).contains("\"project_id\" = '1'"));
    }

    @Test
    void everyStatementByHandCanBeParsed() throws IOException {
        for (Question question : Question.all()) {
            assertThatCode(() -> new SqlParser().createStatement(question.byHand()))
                    .as(question.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void tellsWhereNumbersDiffer() throws IOException {
        Figures answer =
                Figures.ofAnswer(
                        """
                        {"result": [{"order": 0, "breakdown_value": ["a", "b"],
                                     "days": ["2026-05-01", "2026-05-02"], "data": [0, 2.5]}]}
                        """);

        assertThat(
                        answer.differencesTo(
                                Figures.ofRows(List.of(List.of("a::b", "2026-05-02", 2.5)))))
                .isEmpty();
        assertThat(answer.differencesTo(Figures.ofRows(List.of(List.of("a::b", "2026-05-01", 1)))))
                .containsExactly("a::b 2026-05-01: 0.0, 1.0", "a::b 2026-05-02: 2.5, 0.0");
    }

    private static String planned(Question question) throws IOException {
        RequestParameters parameters =
                new RequestParameters(
                        JSON.createObjectNode(),
                        JSON.readValue(question.filter(), ObjectNode.class));
        TrendQuery query =
                new TrendFilterReader()
                        .read(parameters, BenchProject.project(), new ShopDefinitions(), NOW);
        return SqlRenderer.render(
                new TrendPlanner(LakeTables.usual())
                        .plan(query, BenchProject.project())
                        .statement());
    }
}
