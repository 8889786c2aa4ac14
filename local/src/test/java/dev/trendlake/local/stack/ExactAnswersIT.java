package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are kept are exact, and only what changed is computed: counted by hand. */
@ExtendWith(WholeStackExtension.class)
final class ExactAnswersIT {
    private static final String QUESTION =
            """
            {"events": [{"id": "sign up"}], "date_from": "2020-01-01", "date_to": "2020-01-03"%s}
            """;

    private final WholeStack stack;

    ExactAnswersIT(WholeStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void letAllBeWellAgain() {
        stack.athena().faults().clear();
    }

    @Test
    void computesOnlyTheDaysThatChanged() throws Exception {
        KeptProject project = settled(8301);
        Client client = project.client("insight:read");
        Reply first = client.ask(project.id(), QUESTION.formatted(""));

        Reply again = client.ask(project.id(), QUESTION.formatted(""));
        project.signUp("one more");
        stack.awaitNotices();
        Reply changed = client.ask(project.id(), QUESTION.formatted(""));
        Reply unchanged = client.ask(project.id(), QUESTION.formatted(""));

        assertIs(first, "miss", "[1,1,0]");
        assertIs(again, "hit", "[1,1,0]");
        assertThat(again.json().path("is_cached").asBoolean()).isTrue();
        assertIs(changed, "partial", "[1,2,0]");
        assertThat(changed.json().path("is_cached").asBoolean(true)).isFalse();
        assertIs(unchanged, "hit", "[1,2,0]");
        assertThat(bytes(changed)).isPositive().isLessThan(bytes(first));
        assertThat(bytes(unchanged)).isZero();
    }

    @Test
    void answersAnotherRangeWithoutAnExecution() throws Exception {
        KeptProject project = settled(8302);
        Client client = project.client("insight:read");
        client.ask(project.id(), QUESTION.formatted(""));
        int before = stack.executions();

        Reply part =
                client.ask(
                        project.id(),
                        "{\"events\": [{\"id\": \"sign up\"}], \"date_from\": \"2020-01-02\","
                                + " \"date_to\": \"2020-01-03\", \"display\":"
                                + " \"ActionsLineGraphCumulative\"}");

        assertIs(part, "hit", "[1,1]");
        assertThat(stack.executions()).isEqualTo(before);
    }

    @Test
    void givesAnOlderAnswerWhereAthenaFails() throws Exception {
        KeptProject project = settled(8303);
        Client client = project.client("insight:read");
        Reply first = client.ask(project.id(), QUESTION.formatted(""));
        project.signUp("one more");
        stack.awaitNotices();
        stack.athena().faults().breakQueries(1, "the lake is gone");

        Reply old = client.ask(project.id(), QUESTION.formatted(""));
        Reply well = client.ask(project.id(), QUESTION.formatted(""));

        assertIs(old, "stale", "[1,1,0]");
        assertThat(old.json().path("is_cached").asBoolean()).isTrue();
        assertThat(old.json().path("last_refresh")).isEqualTo(first.json().path("last_refresh"));
        assertIs(well, "partial", "[1,2,0]");
    }

    @Test
    void computesAllOfItAnewWhereThatIsAskedFor() throws Exception {
        KeptProject project = settled(8304);
        Client client = project.client("insight:read");
        Reply first = client.ask(project.id(), QUESTION.formatted(""));

        Reply anew = client.ask(project.id(), QUESTION.formatted(", \"refresh\": true"));

        assertIs(anew, "miss", "[1,1,0]");
        assertThat(bytes(anew)).isEqualTo(bytes(first));
    }

    private KeptProject settled(long id) throws Exception {
        KeptProject project = KeptProject.make(stack, id);
        stack.awaitNotices();
        return project;
    }

    private static void assertIs(Reply reply, String cache, String data) throws Exception {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("x-trendlake-cache")).isEqualTo(cache);
        assertThat(reply.json().at("/result/0/data").toString()).isEqualTo(data);
    }

    private static long bytes(Reply reply) {
        return Long.parseLong(reply.header("x-trendlake-bytes-scanned"));
    }
}
