package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbAskedQuestions;
import dev.trendlake.warm.AskedQuestion;
import dev.trendlake.warm.AskedQuestions;
import dev.trendlake.warm.ComputingCost;
import dev.trendlake.warm.RememberedQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the adapter of asked questions does, whoever stands in for AWS. */
abstract class AskedQuestionsContract extends ResultsContract {
    private static final Instant FIRST = Instant.parse("2026-11-23T10:20:30Z");
    private static final AskedQuestion QUESTION =
            new AskedQuestion(AskedQuestion.Form.QUERY, "{\"kind\":\"TrendsQuery\",\"ü\":1}");

    @Test
    void remembersHowOftenAQuestionWasAskedAndWhatItLastCost() {
        Instant later = FIRST.plusSeconds(60);
        note(FIRST, 1, Optional.of(new ComputingCost(100, 20)));
        note(FIRST, 1, Optional.of(new ComputingCost(300, 40)));
        note(later, 10, Optional.empty());

        assertThat(asked().of(7, later))
                .containsExactly(
                        new RememberedQuestion(QUESTION, 12, later, new ComputingCost(300, 40)));
    }

    @Test
    void remembersAQuestionForSevenDaysAfterItWasLastAsked() {
        note(FIRST, 1, Optional.empty());
        note(FIRST.plus(Duration.ofDays(1)), 1, Optional.empty());

        assertThat(asked().of(7, FIRST.plus(Duration.ofDays(8)).minusSeconds(1))).hasSize(1);
        assertThat(asked().of(7, FIRST.plus(Duration.ofDays(8)))).isEmpty();
    }

    @Test
    void remembersTheQuestionsOfOtherProjectsApart() {
        note(FIRST, 1, Optional.empty());

        assertThat(asked().of(70, FIRST)).isEmpty();
    }

    @Test
    void leavesQuestionsThatOnlyProgramsAsk() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        String words = HexFormat.of().formatHex(noise);

        asked().note(
                        7,
                        new AskedQuestion(AskedQuestion.Form.QUERY, words),
                        FIRST,
                        1,
                        Optional.empty());

        assertThat(asked().of(7, FIRST)).isEmpty();
    }

    private void note(Instant now, long askings, Optional<ComputingCost> cost) {
        asked().note(7, QUESTION, now, askings, cost);
    }

    private AskedQuestions asked() {
        return new DynamoDbAskedQuestions(dynamoDb(), store().resultsTable());
    }
}
