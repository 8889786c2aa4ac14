package dev.trendlake.local.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.Foresight;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.merge.Merger;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestJson;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.MapCache;
import dev.trendlake.trends.MapPieces;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendOutcome.Answered;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.trends.Trends;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random questions over random arrivals, late ones too: what is put together from pieces is what is
 * computed afresh. {@code -Dtrendlake.merged.requests=2000} asks more of them.
 */
class MergedAnswersTest {
    private static final int REQUESTS = Integer.getInteger("trendlake.merged.requests", 60);
    private static final int OF_A_WORLD = 15;
    private static final long SEED = Long.getLong("trendlake.merged.seed", 20_200_305);

    private int known;
    private int partial;
    private int compared;

    @Test
    void equalThoseComputedAfresh() {
        for (int world = 0; compared < REQUESTS; world++) {
            live(new Random(SEED + world), "seed " + (SEED + world));
        }

        System.out.printf("%d answers: %d partial, %d known%n", compared, partial, known);
        assertThat(partial).isGreaterThan(REQUESTS / 20);
        assertThat(known).isGreaterThan(REQUESTS / 20);
    }

    private void live(Random random, String name) {
        World world = new World(random);
        List<String> questions = new ArrayList<>();
        for (int step = 0; step < OF_A_WORLD; step++) {
            world.goOn();
            if (questions.size() < 3 || random.nextInt(6) == 0) {
                questions.add(new RandomQuestion(random).write());
            }
            String question = questions.get(random.nextInt(questions.size()));
            world.query(question).ifPresent(query -> compare(world, query, name + ": " + question));
        }
    }

    private void compare(World world, TrendQuery query, String description) {
        Answered merged = world.merged(query);
        boolean moves = query.periods().stream().anyMatch(range -> !range.asked().isEmpty());
        // An end that is "now" to the second is as old as PostHog's cache lets it be.
        if (merged.origin() instanceof Origin.Cache && moves) {
            return;
        }
        Answered afresh = world.afresh(query);
        assertThat(content(merged))
                .as(description + " at " + query.now())
                .isEqualTo(content(afresh));
        compared++;
        known += merged.origin() instanceof Origin.Cache ? 1 : 0;
        partial +=
                merged.origin() instanceof Origin.Execution(_, _, boolean isPartial) && isPartial
                        ? 1
                        : 0;
    }

    private static String content(Answered answered) {
        ObjectNode body = answered.body().deepCopy();
        body.remove(List.of("last_refresh", "is_cached"));
        return body.toString();
    }

    /** A project whose events arrive as time goes by. */
    private static final class World {
        private final Random random;
        private final Arrivals arrivals = new Arrivals();
        private final TrendPlanner planner = new TrendPlanner(LakeTables.usual());
        private final Trends merging =
                new Trends(
                        new Merger(planner, new MapPieces()),
                        arrivals,
                        new MapCache(),
                        Foresight.none(),
                        new LakeNews.Counted(arrivals),
                        false);
        private final Project project;
        private Instant now = Instant.parse("2020-03-04T10:20:30Z");
        private int number;

        World(Random random) {
            this.random = random;
            String zone =
                    List.of("UTC", "UTC", "America/New_York", "Asia/Kathmandu")
                            .get(random.nextInt(4));
            this.project = project(ZoneId.of(zone), random.nextBoolean());
            arrive(Duration.ofDays(60));
            for (int i = 0; i < 40; i++) {
                arrive(Duration.ofMinutes(random.nextInt(60 * 24 * 45)));
            }
        }

        void goOn() {
            if (random.nextInt(3) == 0) {
                now = now.plus(Duration.ofMinutes(random.nextInt(60 * 30)));
            }
            if (random.nextInt(2) == 0) {
                boolean isLate = random.nextInt(3) == 0;
                int minutes = isLate ? 60 * 24 * 20 : 60 * 6;
                arrive(Duration.ofMinutes(random.nextInt(minutes)));
            }
        }

        Optional<TrendQuery> query(String question) {
            ObjectNode request = (ObjectNode) RequestJson.parse(question).orElseThrow();
            RequestParameters parameters =
                    new RequestParameters(JsonNodeFactory.instance.objectNode(), request);
            try {
                return Optional.of(
                        new TrendFilterReader().read(parameters, project, Definitions.none(), now));
            } catch (InvalidRequest refused) {
                return Optional.empty();
            }
        }

        Answered merged(TrendQuery query) {
            return answered(merging, query);
        }

        Answered afresh(TrendQuery query) {
            Trends whole =
                    new Trends(
                            new Merger(planner, new MapPieces()),
                            arrivals,
                            new MapCache(),
                            Foresight.none(),
                            new LakeNews.None(),
                            false);
            return answered(whole, query);
        }

        private Answered answered(Trends trends, TrendQuery query) {
            TrendOutcome outcome = trends.answer(query, project, Askings.at(now, Refresh.IF_STALE));
            return (Answered) outcome;
        }

        // Times end in odd milliseconds, and now and then at the edges of days.
        private void arrive(Duration before) {
            Instant time = now.minus(before).minusMillis(random.nextInt(1000));
            if (random.nextInt(6) == 0) {
                time =
                        time.truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                                .minusMillis(random.nextInt(3) * 500L);
            }
            String kind =
                    random.nextInt(5) == 0
                            ? ""
                            : "\"kind\":\"" + "xyzuvw".charAt(random.nextInt(6)) + "\",";
            String n = random.nextInt(6) == 0 ? "\"none\"" : Integer.toString(random.nextInt(8));
            String plan =
                    random.nextInt(4) == 0
                            ? "{}"
                            : "{\"plan\":\"" + "pqr".charAt(random.nextInt(3)) + "\"}";
            arrivals.arrive(
                    new ArrivedEvent(
                            number++,
                            random.nextBoolean() ? "a" : "b",
                            time,
                            1 + random.nextInt(12),
                            "{" + kind + "\"n\":" + n + "}",
                            plan));
        }

        private static Project project(ZoneId zone, boolean fromSunday) {
            return new Project(
                    7,
                    "Test",
                    "",
                    zone,
                    fromSunday ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY,
                    "[]",
                    List.of(),
                    Instant.parse("2020-01-01T00:00:00Z"),
                    0,
                    SideTables.none(),
                    new PropertyDefinitions(Map.of("n", PropertyType.NUMERIC), Map.of(), Map.of()));
        }
    }
}
