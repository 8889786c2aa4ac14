package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often Athena is asked: once for a computed answer, never for another one. */
@ExtendWith(WholeStackExtension.class)
final class ExecutionsIT {
    private final WholeStack stack;
    private final Client client;

    ExecutionsIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @Test
    void runsOneForManySeriesAndNoneForTheSameAgain() throws Exception {
        String question =
                """
                {"events": [{"id": "$pageview"}, {"id": "$pageview", "math": "dau"},
                            {"id": "asset_loaded"}, {"id": null}, {"id": "no_such_event"}],
                 "date_from": "2015-05-16", "date_to": "2015-05-20"}\
                """;
        int before = stack.executions();

        Reply first = client.ask(question);
        int afterFirst = stack.executions();
        Reply again = client.ask(question);

        assertThat(first.series()).hasSize(5);
        assertThat(first.isCached()).isFalse();
        assertThat(afterFirst - before).isEqualTo(1);
        assertThat(again.isCached()).isTrue();
        assertThat(again.json().path("result")).isEqualTo(first.json().path("result"));
        assertThat(stack.executions()).isEqualTo(afterFirst);
    }

    @Test
    void runsOneForABreakdown() throws Exception {
        int before = stack.executions();

        Reply reply =
                client.ask(
                        """
                        {"events": [{"id": "$pageview"}, {"id": "asset_loaded", "math": "dau"}],
                         "breakdown": "$os", "breakdown_type": "event", "breakdown_limit": 3,
                         "date_from": "2015-05-16", "date_to": "2015-05-20"}\
                        """);

        assertThat(reply.series()).hasSizeGreaterThan(4);
        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @Test
    void runsOneForAllKindsOfMathsComparedAndCombined() throws Exception {
        int before = stack.executions();

        Reply reply =
                client.ask(
                        """
                        {"events": [{"id": "$pageview", "math": "dau", "order": 1},
                                    {"id": "$pageview", "math": "weekly_active", "order": 2},
                                    {"id": "$pageview", "math": "first_time_for_user", "order": 3},
                                    {"id": "$pageview", "math": "p90_count_per_actor", "order": 4},
                                    {"id": null, "math": "unique_session", "order": 5}],
                         "breakdown": "$os", "breakdown_limit": 2, "formula": "A / B + C * D - E",
                         "compare": true, "date_from": "2015-05-19", "date_to": "2015-05-20"}\
                        """);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @Test
    void runsOneForManyDaysAndHours() throws Exception {
        int before = stack.executions();

        Reply reply =
                client.ask(
                        """
                        {"events": [{"id": "$pageview"}], "interval": "hour",
                         "date_from": "2015-03-01", "date_to": "2015-06-01"}\
                        """);

        assertThat(reply.json().at("/result/0/data")).hasSizeGreaterThan(2_000);
        assertThat(reply.byDay(0).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(613 + 1005 + 847 + 709);
        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "garbage",
                "{\"events\": [{\"id\": \"$pageview\", \"math\": \"unique_group\"}]}",
                "{\"events\": [{\"id\": \"$pageview\", \"math\": \"hogql\", \"math_hogql\":"
                        + " \"no_such(1)\"}]}",
                "{\"events\": [{\"id\": \"$pageview\"}], \"interval\": \"fortnight\"}",
                "{\"events\": [{\"id\": \"$pageview\"}], \"formula\": \"A^2\"}"
            })
    void runsNoneForARefusedQuestion(String body) throws Exception {
        int before = stack.executions();

        assertThat(client.ask(body).status()).isEqualTo(400);

        assertThat(stack.executions()).isEqualTo(before);
    }

    @Test
    void runsNoneWithoutAGoodKey() throws Exception {
        int before = stack.executions();

        assertThat(
                        client.send(
                                        client.request(Client.TREND)
                                                .header("Authorization", "Bearer phx_none"))
                                .status())
                .isEqualTo(401);
        assertThat(client.ask(2, "{\"events\": [{\"id\": \"$pageview\"}]}").status())
                .isEqualTo(403);

        assertThat(stack.executions()).isEqualTo(before);
    }

    @Test
    void runsAnotherForARefresh() throws Exception {
        String question =
                """
                {"events": [{"id": "$pageview"}], "date_from": "2015-05-14", "date_to": "2015-05-20"%s}\
                """;
        Reply first = client.ask(question.formatted(""));
        int before = stack.executions();

        Reply refreshed = client.ask(question.formatted(", \"refresh\": true"));
        Reply inQuery =
                client.send(client.json(Client.TREND + "?refresh=true", question.formatted("")));

        assertThat(refreshed.isCached()).isFalse();
        assertThat(refreshed.data(0)).isEqualTo(first.data(0));
        assertThat(inQuery.isCached()).isFalse();
        assertThat(stack.executions() - before).isEqualTo(2);
    }

    @Test
    void runsOneForTwoSpellingsOfAQuestion() throws Exception {
        int before = stack.executions();

        Reply first =
                client.ask(
                        """
                        {"events": [{"id": "$pageview", "type": "events", "order": 0}],
                         "client_query_id": "a", "date_from": "2015-05-13", "date_to": "2015-05-20",
                         "properties": [{"key": "$os", "value": ["Linux"], "type": "event"}]}\
                        """);
        Reply second =
                client.ask(
                        """
                        {"properties": [{"type": "event", "value": ["Linux"], "key": "$os"}],
                         "date_to": "2015-05-20", "date_from": "2015-05-13", "client_query_id": "b",
                         "events": [{"order": 0, "type": "events", "id": "$pageview"}]}\
                        """);

        assertThat(first.isCached()).isFalse();
        assertThat(second.isCached()).isTrue();
        assertThat(second.data(0)).isEqualTo(first.data(0));
        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @Test
    void sharesAnExecutionBetweenTheTwoNamesOfARoute() throws Exception {
        String question =
                """
                {"events": [{"id": "$pageview"}], "date_from": "2015-05-12", "date_to": "2015-05-20"}\
                """;
        int before = stack.executions();

        client.ask(question);
        Reply second = client.send(client.json("/api/environments/1/insights/trend/", question));

        assertThat(second.isCached()).isTrue();
        assertThat(stack.executions() - before).isEqualTo(1);
    }
}
