package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.athena.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that nobody waits for, and how they are found again (spec: HTTP behaviour, query). */
@ExtendWith(WholeStackExtension.class)
final class BackgroundQueriesIT {
    private static final String PATH = "/api/environments/1/query/";

    /** What the weblog has of page views from 17 to 20 May. */
    private static final String COUNTS = "[613,1005,847,709]";

    private final WholeStack stack;
    private final Client client;

    BackgroundQueriesIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @AfterEach
    void letAllBeWellAgain() {
        stack.athena().faults().clear();
    }

    @Test
    void startsAQueryAndLeaves() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(2));

        Reply started = query("1", "force_async", "the-first");
        JsonNode status = started.json().path("query_status");
        Reply running = client.send(client.authorized(PATH + "the-first/"));
        Reply done = awaited("the-first");

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json()).hasSize(1);
        assertThat(status.path("id").asText()).isEqualTo("the-first");
        assertThat(status.path("team_id").asLong()).isEqualTo(1);
        assertThat(status.path("complete").asBoolean(true)).isFalse();
        assertThat(status.path("query_async").asBoolean()).isTrue();
        assertThat(status.path("error").asBoolean(true)).isFalse();
        assertThat(status.path("start_time").asText()).matches("[-0-9]+T[:0-9]+Z");
        for (String name :
                List.of(
                        "error_message",
                        "results",
                        "insight_id",
                        "dashboard_id",
                        "query_progress",
                        "labels",
                        "pickup_time",
                        "end_time")) {
            assertThat(status.path(name).isNull()).as(name).isTrue();
        }
        assertThat(running.status()).isEqualTo(202);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().at("/query_status/complete").asBoolean()).isTrue();
        assertThat(done.json().at("/query_status/results/results/0/data").toString())
                .isEqualTo(COUNTS);
    }

    @Test
    void sharesTheExecutionOfTheSameQuery() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(2));
        int before = stack.executions();

        query("2", "force_async", "one");
        query("2", "force_async", "another");
        Reply waiting = query("2", "blocking", "");
        Reply one = awaited("one");
        Reply another = awaited("another");

        assertThat(waiting.json().at("/results/0/data").toString()).isEqualTo(COUNTS);
        assertThat(one.json().at("/query_status/results/results"))
                .isEqualTo(another.json().at("/query_status/results/results"));
        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @Test
    void runsOneForManyWhoAskAtOnce() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(1));
        int before = stack.executions();
        List<CompletableFuture<Reply>> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            callers.add(CompletableFuture.supplyAsync(() -> asked("3")));
        }

        for (CompletableFuture<Reply> caller : callers) {
            assertThat(caller.get().json().at("/results/0/data").toString()).isEqualTo(COUNTS);
        }

        assertThat(stack.executions() - before).isEqualTo(1);
    }

    @Test
    void answersFromTheCacheWhereItIsFresh() throws Exception {
        query("4", "blocking", "");

        Reply cached = query("4", "async", "");

        assertThat(cached.status()).isEqualTo(200);
        assertThat(cached.json().path("is_cached").asBoolean()).isTrue();
        assertThat(cached.json().path("query_status").isNull()).isTrue();
    }

    @Test
    void tellsAMissWhereOnlyTheCacheIsAsked() throws Exception {
        int before = stack.executions();

        Reply missing = query("5", "force_cache", "");

        assertThat(missing.status()).isEqualTo(200);
        assertThat(missing.json().has("results")).isFalse();
        assertThat(missing.json().path("query_status").isNull()).isTrue();
        assertThat(stack.executions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "lazy_async"})
    void startsAQueryThatTheCacheLacks(String refresh) throws Exception {
        Reply started = query("6" + refresh, refresh, "missed-" + refresh);

        assertThat(started.status()).isEqualTo(202);
        assertThat(awaited("missed-" + refresh).status()).isEqualTo(200);
    }

    @Test
    void waitsForAQueryThatTheCacheLacksWhereThatIsAskedFor() throws Exception {
        Reply computed = query("7", "async_except_on_cache_miss", "");

        assertThat(computed.status()).isEqualTo(200);
        assertThat(computed.json().path("is_cached").asBoolean(true)).isFalse();
        assertThat(computed.json().at("/results/0/data").toString()).isEqualTo(COUNTS);
    }

    @Test
    void stopsAQueryThatIsCancelled() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(20));
        query("8", "force_async", "unwanted");
        int stopped = stack.athena().calls().of(Operation.STOP_QUERY_EXECUTION);

        Reply cancelled = client.send(client.authorized(PATH + "unwanted/").DELETE());
        Reply gone = client.send(client.authorized(PATH + "unwanted/"));

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("detail").asText())
                .isEqualTo("Query unwanted not found for team 1");
        assertThat(stack.athena().calls().of(Operation.STOP_QUERY_EXECUTION) - stopped)
                .isEqualTo(1);
    }

    @Test
    void knowsNoQueryByAnIdThatNoneCanHave() throws Exception {
        String path = PATH + "x".repeat(1_200) + "/";

        assertThat(client.send(client.authorized(path)).status()).isEqualTo(404);
        assertThat(client.send(client.authorized(path).DELETE()).status()).isEqualTo(200);
    }

    @Test
    void cancelsByTheNameThatTheCallerGave() throws Exception {
        Reply unknown =
                client.send(
                        client.json(
                                "/api/projects/1/insights/cancel",
                                "{\"client_query_id\": \"nobody-asked\"}"));

        assertThat(unknown.status()).isEqualTo(201);
    }

    @Test
    void cancelsAQueryThatItsCallerWaitsFor() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(15));
        CompletableFuture<Reply> waiting =
                CompletableFuture.supplyAsync(() -> asked("12", "waited-for"));
        while (client.send(client.authorized(PATH + "waited-for/")).status() == 404) {
            Thread.sleep(100);
        }

        Reply cancelled =
                client.send(
                        client.json(
                                "/api/projects/1/insights/cancel",
                                "{\"client_query_id\": \"waited-for\"}"));

        assertThat(cancelled.status()).isEqualTo(201);
        assertThat(waiting.get().status()).isEqualTo(503);
    }

    @Test
    void startsAQueryAgainWhoseExecutionAnotherHasStopped() throws Exception {
        stack.athena().faults().slowDown(Duration.ofSeconds(3));
        query("9", "force_async", "mine");
        query("9", "force_async", "theirs");
        client.send(client.authorized(PATH + "theirs/").DELETE());
        stack.athena().faults().clear();

        assertThat(awaited("mine").json().at("/query_status/results/results/0/data").toString())
                .isEqualTo(COUNTS);
    }

    @Test
    void tellsHowAQueryHasFailed() throws Exception {
        stack.athena().faults().breakQueries(1, "GENERIC_INTERNAL_ERROR: secret of the inside");
        query("10", "force_async", "broken");

        Reply first = awaited("broken");
        Reply second = client.send(client.authorized(PATH + "broken/"));

        assertThat(first.status()).isEqualTo(500);
        assertThat(first.json().at("/query_status/complete").asBoolean()).isTrue();
        assertThat(first.json().at("/query_status/error").asBoolean()).isTrue();
        assertThat(first.text()).doesNotContain("secret");
        assertThat(second.status()).isEqualTo(500);
    }

    @Test
    void refusesWordsThatItDoesNotKnow() throws Exception {
        Reply reply = query("11", "sometimes", "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asText()).isEqualTo("parse_error");
    }

    private Reply asked(String name) {
        return asked(name, "");
    }

    private Reply asked(String name, String id) {
        try {
            return query(name, "blocking", id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // Each name is another question, with the same numbers in its days: its filter excludes nobody.
    private Reply query(String name, String refresh, String id) throws Exception {
        String body =
                """
                {"query": {"kind": "TrendsQuery", "series": [{"kind": "EventsNode",
                  "event": "$pageview"}], "dateRange": {"date_from": "2015-05-17",
                  "date_to": "2015-05-20"}, "properties": [{"key": "$os", "type": "event",
                  "operator": "is_not", "value": "%s"}]}, "refresh": "%s"%s}\
                """
                        .formatted(
                                name,
                                refresh,
                                id.isEmpty() ? "" : ", \"client_query_id\": \"" + id + "\"");
        return client.send(client.json(PATH, body));
    }

    private Reply awaited(String id) throws Exception {
        for (int look = 0; look < 100; look++) {
            Reply reply = client.send(client.authorized(PATH + id + "/"));
            if (reply.status() != 202) {
                return reply;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("query " + id + " has no end");
    }
}
