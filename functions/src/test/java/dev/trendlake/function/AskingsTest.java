package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.warm.AskedQuestion;
import dev.trendlake.warm.AskedQuestions;
import dev.trendlake.warm.ComputingCost;
import dev.trendlake.warm.RememberedQuestion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a question is noted as asked. */
class AskingsTest {
    private static final AskedQuestion WORDS = AskedQuestion.query(JsonFormat.object());

    private final List<String> noted = new ArrayList<>();
    private final AtomicLong nanoseconds = new AtomicLong();

    @Test
    void notesAComputedQuestionOnceWithItsCost() {
        ask(answered(new Origin.Execution("e-1", 4096, false)), 1);

        assertThat(noted).containsExactly("1 askings, ComputingCost[bytes=4096, milliseconds=250]");
    }

    @Test
    void notesKeptAnswersTenAtATime() {
        ask(answered(new Origin.Cache()), 25);

        assertThat(noted).containsExactly("10 askings, unknown", "10 askings, unknown");
    }

    @Test
    void countsKeptAnswersThatWereNotNotedYetWhenItIsComputed() {
        Askings askings = askings(answered(new Origin.Cache()));
        ask(askings, 4);
        assertThat(noted).isEmpty();

        ask(askings, 6);

        assertThat(noted).containsExactly("10 askings, unknown");
    }

    @Test
    void notesAQuestionWhoseComputationGoesOn() {
        ask(new TrendOutcome.Pending(Instant.EPOCH), 1);

        assertThat(noted).containsExactly("1 askings, unknown");
    }

    @Test
    void forgetsWhoAskedAndHowFreshTheAnswerHadToBe() throws IOException {
        AskedQuestion one =
                filter(
                        "{\"refresh\":\"true\",\"client_query_id\":\"a\"}",
                        "{\"events\":[{\"id\":\"x\"}]}");
        AskedQuestion other = filter("{}", "{\"events\":[{\"id\":\"x\"}],\"refresh\":false}");

        assertThat(one).isEqualTo(other);
        assertThat(one.digest()).isEqualTo(other.digest()).matches("[0-9a-f]{64}");
    }

    private static AskedQuestion filter(String query, String body) throws IOException {
        return AskedQuestion.filter(new RequestParameters(object(query), object(body)));
    }

    private static ObjectNode object(String text) throws IOException {
        JsonNode node = JsonFormat.read(text);
        return (ObjectNode) node;
    }

    private static TrendOutcome answered(Origin origin) {
        return new TrendOutcome.Answered(JsonFormat.object(), origin);
    }

    private void ask(TrendOutcome outcome, int times) {
        ask(askings(outcome), times);
    }

    private static void ask(Askings askings, int times) {
        for (int time = 0; time < times; time++) {
            askings.answer(WORDS, Questions.question().query(), Questions.project(), asking());
        }
    }

    private static Asking asking() {
        return new Asking(
                Refresh.IF_STALE,
                Instant.EPOCH,
                () -> Duration.ofSeconds(20),
                "call",
                "",
                new RequestLog("TrendFunction", SampleDeployment.STACK, () -> 0),
                () -> {});
    }

    private Askings askings(TrendOutcome outcome) {
        return new Askings(
                new FixedTrends((_, _, _) -> {
                    nanoseconds.addAndGet(Duration.ofMillis(250).toNanos());
                    return outcome;
                }),
                new Noting(),
                nanoseconds::get);
    }

    private final class Noting implements AskedQuestions {
        @Override
        public void note(
                long project,
                AskedQuestion question,
                Instant now,
                long askings,
                Optional<ComputingCost> cost) {
            noted.add(
                    "%d askings, %s"
                            .formatted(
                                    askings, cost.map(ComputingCost::toString).orElse("unknown")));
        }

        @Override
        public List<RememberedQuestion> of(long project, Instant now) {
            return List.of();
        }
    }
}
