package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.answer.ActionBody;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.Author;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Details;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.ActionBodyReader;
import dev.trendlake.request.CohortBodyReader;
import dev.trendlake.request.TrendFilterReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a body holds, it becomes an action or a cohort that can be asked for, or is refused. */
class AnyDefinitionTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");
    private static final Details DETAILS =
            Details.createdAt(NOW, new Author(1, "u", "Ada", "a@x.org"));
    private static final List<String> NAMES =
            List.of(
                    "type",
                    "values",
                    "key",
                    "value",
                    "operator",
                    "negation",
                    "event_type",
                    "time_value",
                    "time_interval",
                    "seq_event",
                    "seq_event_type",
                    "seq_time_value",
                    "seq_time_interval",
                    "operator_value",
                    "min_periods",
                    "total_periods",
                    "event_filters",
                    "explicit_datetime",
                    "event",
                    "url",
                    "url_matching",
                    "text",
                    "text_matching",
                    "href",
                    "selector",
                    "tag_name",
                    "properties",
                    "event_id",
                    "action_id",
                    "days",
                    "count",
                    "count_operator",
                    "start_date",
                    "end_date");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "$autocapture",
                    "person",
                    "behavioral",
                    "cohort",
                    "hogql",
                    "event",
                    "element",
                    "AND",
                    "OR",
                    "exact",
                    "regex",
                    "contains",
                    "(",
                    "is_set",
                    "between",
                    "id",
                    "performed_event",
                    "performed_event_multiple",
                    "performed_event_sequence",
                    "performed_event_regularly",
                    "stopped_performing_event",
                    "events",
                    "actions",
                    "day",
                    "month",
                    "-30d",
                    "2020-01-01",
                    "5",
                    "[1]",
                    "{\"type\":\"OR\"}",
                    "gte",
                    "div > a.b",
                    "properties.a > 1",
                    "\ud800",
                    "😀");

    private final Random random = new Random(20_261_127);
    private final DefinitionTrial trial =
            new DefinitionTrial(
                    new TrendFilterReader(),
                    new TrendPlanner(LakeTables.usual()),
                    _ -> Definitions.none());

    @Test
    void understandsOrRefusesBodiesOfActions() {
        int kept = 0;
        for (int attempt = 0; attempt < 20_000; attempt++) {
            ObjectNode body = JSON.objectNode().put("name", "a");
            body.set("steps", random.nextInt(20) == 0 ? value(3) : list(JSON.arrayNode(), 3));
            kept += keepsAction(body) ? 1 : 0;
        }
        assertThat(kept).isPositive();
    }

    @Test
    void understandsOrRefusesBodiesOfCohorts() {
        int kept = 0;
        for (int attempt = 0; attempt < 20_000; attempt++) {
            ObjectNode body = JSON.objectNode().put("name", "a");
            ObjectNode group = JSON.objectNode().put("type", random.nextBoolean() ? "AND" : "OR");
            group.set("values", list(JSON.arrayNode(), 2));
            body.putObject("filters").set("properties", group);
            if (random.nextInt(4) == 0) {
                body.remove("filters");
                body.set("groups", list(JSON.arrayNode(), 2));
            }
            kept += keepsCohort(body) ? 1 : 0;
        }
        assertThat(kept).isPositive();
    }

    private boolean keepsAction(ObjectNode body) {
        try {
            SavedAction nothing =
                    new SavedAction(
                            new ActionDefinition(DefinitionTrial.UNNUMBERED, "", "[]"), DETAILS);
            SavedAction action = new ActionBodyReader().read(body, nothing);
            trial.check(action.definition(), project(), NOW);
            ActionBody.of(action, DefinitionAnswers.parsed(action.definition().steps()), 1);
            return true;
        } catch (InvalidRequest refused) {
            return false;
        }
    }

    private boolean keepsCohort(ObjectNode body) {
        try {
            SavedCohort nothing =
                    new SavedCohort(
                            new CohortDefinition(DefinitionTrial.UNNUMBERED, "", false, "{}", "[]"),
                            DETAILS,
                            null,
                            null);
            SavedCohort cohort = new CohortBodyReader().read(body, nothing);
            trial.check(cohort.definition(), project(), NOW);
            CohortAnswer.of(cohort);
            return true;
        } catch (InvalidRequest refused) {
            return false;
        }
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.numberNode(random.nextInt(40) - 5);
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.nullNode();
            case 3, 4, 5 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 6 -> object(depth - 1);
            default -> list(JSON.arrayNode(), depth - 1);
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.objectNode();
        for (int member = random.nextInt(6); member > 0; member--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(depth));
        }
        if (random.nextInt(3) > 0) {
            object.put("type", List.of("person", "cohort", "behavioral").get(random.nextInt(3)));
            object.put("key", "id").put("operator", "exact").put("event_type", "events");
        }
        return object;
    }

    private ArrayNode list(ArrayNode list, int depth) {
        for (int element = random.nextInt(3); element > 0; element--) {
            list.add(random.nextInt(8) == 0 ? value(depth - 1) : object(depth - 1));
        }
        return list;
    }

    private static Project project() {
        return new Project(
                1,
                "sample",
                "",
                ZoneOffset.UTC,
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }
}
