package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a request holds, it is understood or refused: nothing else comes out of the reader. */
class AnyRequestTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FIELDS =
            List.of(
                    "events actions properties filter_test_accounts date_from date_to"
                            + " explicit_date",
                    "interval breakdown breakdown_type breakdowns breakdown_group_type_index",
                    "breakdown_normalize_url breakdown_histogram_bin_count breakdown_limit",
                    "breakdown_hide_other_aggregation compare compare_to display formula insight",
                    "smoothing_intervals sampling_factor aggregation_group_type_index shown_as",
                    "show_legend decimal_places data_warehouse refresh id type order name",
                    "custom_name math math_multiplier math_property math_property_type"
                            + " math_group_type_index",
                    "math_hogql key value values operator negation group_type_index property");
    private static final List<String> NAMES =
            FIELDS.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "$pageview",
                    "all",
                    "-7d",
                    "-1mStart",
                    "2020-01-01",
                    "true",
                    "AND",
                    "OR",
                    "event",
                    "person",
                    "group",
                    "cohort",
                    "element",
                    "hogql",
                    "exact",
                    "between",
                    "regex",
                    "(",
                    "is_date_after",
                    "semver_tilde",
                    "in",
                    "1.2.3",
                    "5",
                    "dau",
                    "unique_group",
                    "sum",
                    "hour",
                    "month",
                    "BoldNumber",
                    "WorldMap",
                    "[1,2]",
                    "[{\"key\":\"a\"}]",
                    "{\"type\":\"OR\"}",
                    "null",
                    "A+B",
                    "A",
                    "NaN",
                    "9".repeat(400),
                    "\u0000",
                    "\uD800");

    @Test
    void isUnderstoodOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            Question question = Question.with("date", "null");
            for (int field = 0; field < 4; field++) {
                question = question.and(name(random), node(random, 4));
            }
            readOrRefuse(question, seed);
        }
    }

    @Test
    void isUnderstoodOrRefusedAsAQuery() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> members = List.copyOf(QueryShape.QUERY);
        for (int round = 0; round < 10_000; round++) {
            ObjectNode query = JSON.objectNode().put("kind", "TrendsQuery");
            ObjectNode series = query.putArray("series").addObject().put("kind", "EventsNode");
            set(series, QueryShape.EVENTS_NODE, random);
            ObjectNode comparison = query.putObject("compareFilter").put("compare", true);
            set(comparison, QueryShape.COMPARE_FILTER, random);
            set(query.putObject("dateRange"), QueryShape.DATE_RANGE, random);
            set(query.putObject("trendsFilter"), QueryShape.TRENDS_FILTER, random);
            set(query.putObject("breakdownFilter"), QueryShape.BREAKDOWN_FILTER, random);
            if (random.nextBoolean()) {
                query.set(members.get(random.nextInt(members.size())), node(random, 4));
            }
            readOrRefuse(query, seed);
        }
    }

    private static void set(ObjectNode object, Set<String> members, Random random) {
        List<String> names = List.copyOf(members);
        object.set(names.get(random.nextInt(names.size())), node(random, 3));
    }

    private static void readOrRefuse(ObjectNode query, long seed) {
        Question question = Question.of("{}");
        try {
            new TrendsQueryReader()
                    .read(
                            query,
                            question.project(),
                            new SampleDefinitions(),
                            Instant.parse(question.now()));
        } catch (InvalidRequest | MalformedRequest refused) {
            return;
        } catch (RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + query, broken);
        }
    }

    private static void readOrRefuse(Question question, long seed) {
        try {
            question.read();
        } catch (InvalidRequest refused) {
            return;
        } catch (RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + question.body(), broken);
        }
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static JsonNode node(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 6)) {
            case 0, 1, 2 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 3 -> JSON.numberNode(random.nextInt(12) - 2);
            case 4 -> oddity(random);
            case 5 -> JSON.booleanNode(random.nextBoolean());
            case 6, 7 -> list(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonNode oddity(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(new BigDecimal("1e999999999"));
            case 2 -> JSON.numberNode(new BigDecimal("1e-999999999"));
            case 3 -> JSON.numberNode(BigInteger.TEN.pow(500));
            default -> JSON.numberNode(0.5);
        };
    }

    private static JsonNode list(Random random, int depth) {
        ArrayNode list = JSON.arrayNode();
        for (int element = random.nextInt(4); element > 0; element--) {
            list.add(node(random, depth - 1));
        }
        return list;
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (int member = random.nextInt(6); member > 0; member--) {
            object.set(name(random), node(random, depth - 1));
        }
        return object;
    }
}
