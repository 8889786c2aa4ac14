package dev.trendlake.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.athena.GlueColumn;
import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.athena.WorkGroup;
import dev.trendlake.local.events.EventRule;
import dev.trendlake.local.firehose.DeliveryStream;
import dev.trendlake.local.queue.QueueDefinition;
import dev.trendlake.local.queue.QueueSource;
import dev.trendlake.local.schedule.Schedule;
import dev.trendlake.local.schedule.ScheduleExpression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
    private static final Path FILE = Path.of("src/test/resources/template/template.yaml");

    private static final Path OURS = Path.of("../template.yaml");

    private final Template template = Template.read(FILE);

    @Test
    void readsAFunctionWithWhatTheGlobalsSay() {
        FunctionDefinition function = function("TrendFunction");

        assertThat(function.handler())
                .isEqualTo("dev.trendlake.function.TrendFunction::handleRequest");
        assertThat(function.physicalName()).isEqualTo("trendlake-local-TrendFunction");
        assertThat(function.memoryMegabytes()).isEqualTo(512);
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(29));
        assertThat(function.jar())
                .isEqualTo(
                        FILE.toAbsolutePath()
                                .resolveSibling("functions/target/trendlake-functions.jar"));
    }

    @Test
    void takesAFunctionsOwnSettingsBeforeTheGlobals() {
        assertThat(function("FallbackFunction").timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(function("TrendFunction").environment())
                .containsEntry("STAGE", "test-us-east-1");
        assertThat(function("FallbackFunction").environment()).containsEntry("STAGE", "everywhere");
    }

    @Test
    void resolvesFunctionsInTheEnvironment() {
        assertThat(function("TrendFunction").environment())
                .containsEntry("API_KEYS_TABLE", "trendlake-local-ApiKeysTable")
                .containsEntry("DATA_BUCKET", "trendlake-local-databucket")
                .containsEntry("ATHENA_WORKGROUP", "trendlake-local-test")
                .containsEntry(
                        "TABLE_ARN",
                        "arn:aws:dynamodb:us-east-1:000000000000:table/trendlake-local-ResultsTable")
                .containsEntry("BUCKETS", "trendlake-local-databucket,results-000000000000")
                .containsEntry("FIRST", "one")
                .doesNotContainKey("NOTHING");
    }

    @Test
    void readsTheRoutesOfTheHttpApiAlone() {
        assertThat(template.routes())
                .containsExactly(
                        new Route(
                                "POST",
                                "/api/projects/{project_id}/insights/trend",
                                "TrendFunction"),
                        new Route(
                                "GET",
                                "/api/projects/{project_id}/insights/trend",
                                "TrendFunction"),
                        new Route("ANY", "/{proxy+}", "FallbackFunction"));
    }

    @Test
    void leavesOutResourcesWhoseConditionDoesNotHold() {
        assertThat(template.functions()).containsOnlyKeys("TrendFunction", "FallbackFunction");
    }

    @Test
    void readsTablesWithThePartitionKeyFirst() {
        assertThat(template.tables())
                .containsEntry(
                        "ProjectsTable", table("trendlake-local-projects", "", "project", "item"))
                .containsEntry(
                        "ResultsTable",
                        table(
                                "trendlake-local-ResultsTable",
                                "expires_at",
                                "project",
                                "query_key"));
    }

    @Test
    void keepsThePlacesThatProjectionFillsIn() {
        GlueTable events = template.glueTable("EventsTable");

        assertThat(events.database()).isEqualTo("trendlake");
        assertThat(events.name()).isEqualTo("events");
        assertThat(events.location()).isEqualTo("s3://trendlake-local-databucket/events/");
        assertThat(events.columns())
                .containsExactly(
                        new GlueColumn("event", "string"),
                        new GlueColumn("timestamp", "timestamp"));
        assertThat(events.partitionKeys())
                .containsExactly(
                        new GlueColumn("project_id", "string"), new GlueColumn("day", "string"));
        assertThat(events.parameters())
                .containsEntry("projection.enabled", "true")
                .containsEntry(
                        "storage.location.template",
                        "s3://trendlake-local-databucket/events/project_id=${project_id}/day=${day}/");
    }

    @Test
    void readsTheWorkGroup() {
        assertThat(template.workGroup("WorkGroup"))
                .isEqualTo(
                        new WorkGroup(
                                "trendlake-local-test",
                                "s3://results-000000000000/athena/",
                                10_737_418_240L,
                                true));
    }

    @Test
    void readsWhatCallsAFunctionByTheClock() {
        assertThat(template.deliveries().schedules())
                .containsExactly(
                        new Schedule(
                                "TrendFunction",
                                "Warm",
                                ScheduleExpression.parse("rate(1 hour)"),
                                "{}"));
    }

    @Test
    void readsTheWayOfAnObjectIntoItsFunction() {
        Deliveries deliveries = Template.read(OURS).deliveries();
        String queue = "arn:aws:sqs:us-east-1:000000000000:trendlake-local-ImportQueue";
        String deadLetters = "arn:aws:sqs:us-east-1:000000000000:trendlake-local-ImportDeadLetters";

        assertThat(deliveries.tellingBuckets()).containsExactly("trendlake-local-databucket");
        assertThat(deliveries.rules())
                .filteredOn(rule -> rule.name().equals("ImportRule"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.queues()).containsExactly(queue);
                    assertThat(rule.pattern().matches(created("raw/project_id=7/a.parquet")))
                            .isTrue();
                    assertThat(rule.pattern().matches(created("events/project_id=7/a.parquet")))
                            .isFalse();
                });
        assertThat(deliveries.queues())
                .containsEntry(
                        "ImportQueue",
                        new QueueDefinition(
                                "trendlake-local-ImportQueue",
                                queue,
                                Duration.ofMinutes(90),
                                deadLetters,
                                5))
                .containsKey("ImportDeadLetters");
        assertThat(deliveries.sources())
                .contains(new QueueSource("ImportFunction", queue, 1, Duration.ZERO, true, 4));
    }

    @Test
    void readsHowChangesOfTheLakeAreTold() {
        Deliveries deliveries = Template.read(OURS).deliveries();
        String queue = "arn:aws:sqs:us-east-1:000000000000:trendlake-local-PartitionQueue";

        assertThat(deliveries.rules())
                .filteredOn(rule -> rule.queues().contains(queue))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.pattern().matches(created("persons/project_id=7/version=1/a")))
                            .isTrue();
                    assertThat(rule.pattern().matches(created("raw/project_id=7/a.parquet")))
                            .isFalse();
                });
        assertThat(deliveries.sources())
                .contains(
                        new QueueSource(
                                "PartitionChangedFunction",
                                queue,
                                100,
                                Duration.ofSeconds(1),
                                true,
                                5));
    }

    @Test
    void tellsOfNoChangeWhereThatIsTurnedOff() {
        Template template = Template.read(OURS, Map.of("LakeNotifications", "false"));

        assertThat(template.deliveries().rules())
                .extracting(EventRule::name)
                .containsExactly("ImportRule");
        assertThat(template.functions())
                .extractingByKey("TrendFunction")
                .satisfies(function ->
                        assertThat(function.environment())
                                .containsEntry("LAKE_NOTIFICATIONS", "false"));
    }

    @Test
    void readsTheStreamOfCapturedEvents() {
        assertThat(Template.read(OURS).stream("CaptureStream"))
                .isEqualTo(
                        new DeliveryStream(
                                "trendlake-local-CaptureStream",
                                "trendlake-local-databucket",
                                "raw/captured/!{timestamp:yyyy/MM/dd/HH}/",
                                ".jsonl.gz"));
    }

    @Test
    void givesEachFunctionItsOwnJar() {
        Map<String, FunctionDefinition> functions = Template.read(OURS).functions();

        assertThat(functions.get("ImportFunction"))
                .satisfies(function -> {
                    assertThat(function.jar().toString())
                            .endsWith("/intake/target/trendlake-intake.jar");
                    assertThat(function.timeout()).isEqualTo(Duration.ofMinutes(15));
                    assertThat(function.environment())
                            .containsEntry("CAPTURE_STREAM", "trendlake-local-CaptureStream")
                            .extractingByKey("PROPERTY_COLUMNS")
                            .asString()
                            .startsWith("event:$device_type,event:$browser,");
                });
        assertThat(functions.get("TrendFunction"))
                .satisfies(function ->
                        assertThat(function.jar().toString())
                                .endsWith("/functions/target/trendlake-functions.jar"));
    }

    @Test
    void takesWhatIsGivenForAParameter() {
        Template off = Template.read(OURS);
        Template on =
                Template.read(
                        OURS, Map.of("CorsAllowOrigins", "https://a.example, http://b.example"));

        assertThat(off.cors().isOn()).isFalse();
        assertThat(on.cors().origins()).containsExactly("https://a.example", "http://b.example");
        assertThat(on.cors().headers()).containsExactly("authorization", "content-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CorsAllowOrigin  | *         | Parameters.CorsAllowOrigin: there is no such parameter
                    CorsAllowOrigins | a.example | Resources.HttpApi.Properties.CorsConfiguration: origin 'a.example' is not allowed
                    """)
    void refusesWhatIsGivenWrongly(String parameter, String value, String message) {
        assertThatThrownBy(() -> Template.read(OURS, Map.of(parameter, value)))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Timeout: soon                     | Resources.F.Properties.Timeout: 'soon' is not a whole number
                    Timeout: 0                        | Resources.F: Timeout 0 is not allowed
                    Handler: !ImportValue x           | Resources.F.Properties.Handler: Fn::ImportValue can't be resolved on one machine
                    Handler: !Ref Gone                | Resources.F.Properties.Handler: !Ref Gone names neither a parameter nor a resource
                    Handler: !GetAtt F.Colour         | Resources.F.Properties.Handler: !GetAtt F.Colour is not known on one machine
                    Handler: !Sub 'a${Open}'          | Resources.F.Properties.Handler: parameter Open has no default, which one machine needs
                    Environment: {Variables: {A: [1]}} | Resources.F.Properties.Environment.Variables.A: is not a text
                    """)
    void namesThePropertyThatCanNotBeResolved(
            String property, String message, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("template.yaml");
        Files.writeString(
                file,
                """
                Parameters: {Open: {Type: String}}
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: a.jar
                      %s
                """
                        .formatted(
                                property.startsWith("Handler")
                                        ? property
                                        : "Handler: a.B::c\n      " + property));

        assertThatThrownBy(() -> Template.read(file))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessage(message);
    }

    @Test
    void saysThatATemplateIsMissing(@TempDir Path directory) {
        assertThatThrownBy(() -> Template.read(directory.resolve("template.yaml")))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("can't be read");
    }

    private static JsonNode created(String key) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("source", "aws.s3").put("detail-type", "Object Created");
        ObjectNode detail = event.putObject("detail");
        detail.putObject("bucket").put("name", "trendlake-local-databucket");
        detail.putObject("object").put("key", key);
        return event;
    }

    private FunctionDefinition function(String name) {
        return java.util.Objects.requireNonNull(template.functions().get(name));
    }

    private static TableDefinition table(
            String name, String timeToLive, String partitionKey, String sortKey) {
        return new TableDefinition(
                name,
                java.util.List.of(
                        new TableDefinition.Key(partitionKey, "S"),
                        new TableDefinition.Key(sortKey, "S")),
                timeToLive);
    }
}
