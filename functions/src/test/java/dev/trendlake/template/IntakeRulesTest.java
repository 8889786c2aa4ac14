package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the way into the lake has to be. */
class IntakeRulesTest {
    private static final Template TEMPLATE = Template.read();

    static Stream<Map.Entry<String, JsonNode>> rules() {
        return TEMPLATE.resources("AWS::Events::Rule").entrySet().stream();
    }

    static Stream<Map.Entry<String, JsonNode>> queues() {
        return TEMPLATE.resources("AWS::SQS::Queue").entrySet().stream();
    }

    /** The queues that functions read. */
    static Stream<Map.Entry<String, JsonNode>> readQueues() {
        return queues().filter(queue -> readers(queue.getKey()).findAny().isPresent());
    }

    @Test
    void tellsOfEveryObjectOfTheLake() {
        assertThat(
                        TEMPLATE.properties("DataBucket")
                                .at(
                                        "/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                                .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void picksObjectsOfOneBucketBelowOnePlace(Map.Entry<String, JsonNode> rule) {
        JsonNode pattern = rule.getValue().at("/Properties/EventPattern");

        assertThat(pattern.path("source").toString()).isEqualTo("[\"aws.s3\"]");
        assertThat(pattern.at("/detail/bucket/name/0/Ref").asText()).isEqualTo("DataBucket");
        assertThat(pattern.at("/detail/object/key")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsWhatARuleCouldNotDeliver(Map.Entry<String, JsonNode> rule) {
        JsonNode targets = rule.getValue().at("/Properties/Targets");

        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(target ->
                        assertThat(TEMPLATE.resources("AWS::SQS::Queue"))
                                .containsKey(
                                        target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsARuleSendToItsQueues(Map.Entry<String, JsonNode> rule) {
        assertThat(TEMPLATE.root().findParents("Effect"))
                .filteredOn(statement ->
                        statement
                                .at("/Condition/ArnEquals/aws:SourceArn/Fn::GetAtt/0")
                                .asText()
                                .equals(rule.getKey()))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.at("/Principal/Service").asText())
                            .isEqualTo("events.amazonaws.com");
                    for (JsonNode target : rule.getValue().at("/Properties/Targets")) {
                        assertThat(statement.path("Resource"))
                                .contains(target.path("Arn"), target.at("/DeadLetterConfig/Arn"));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("queues")
    void keepsMessagesEncryptedAndForTwoWeeks(Map.Entry<String, JsonNode> queue) {
        JsonNode properties = queue.getValue().path("Properties");

        assertThat(properties.path("SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(properties.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
    }

    // What Lambda asks for, so that a message isn't given to a second process while the first has
    // it.
    @ParameterizedTest
    @MethodSource("readQueues")
    void hidesAMessageForSixTimesWhatItsFunctionMayTake(Map.Entry<String, JsonNode> queue) {
        int visibility = queue.getValue().at("/Properties/VisibilityTimeout").asInt();

        assertThat(readers(queue.getKey()))
                .allSatisfy(function ->
                        assertThat(visibility)
                                .isGreaterThanOrEqualTo(6 * function.path("Timeout").asInt()));
    }

    @ParameterizedTest
    @MethodSource("readQueues")
    void givesUpAMessageAfterFiveTriesAndKeepsIt(Map.Entry<String, JsonNode> queue) {
        JsonNode redrive = queue.getValue().at("/Properties/RedrivePolicy");

        assertThat(redrive.path("maxReceiveCount").asInt()).isEqualTo(5);
        assertThat(TEMPLATE.resources("AWS::SQS::Queue"))
                .containsKey(redrive.at("/deadLetterTargetArn/Fn::GetAtt/0").asText());
    }

    @Test
    void tellsWhichMessagesFailed() {
        assertThat(
                        TEMPLATE.functions().values().stream()
                                .flatMap(function -> function.path("Events").valueStream())
                                .filter(event -> event.path("Type").asText().equals("SQS")))
                .hasSize(2)
                .extracting(event -> event.at("/Properties/FunctionResponseTypes").toString())
                .containsOnly("[\"ReportBatchItemFailures\"]");
    }

    @Test
    void importsOneObjectAtATime() {
        JsonNode queue = TEMPLATE.properties("ImportFunction").at("/Events/Objects/Properties");

        assertThat(queue.path("BatchSize").asInt()).isEqualTo(1);
        assertThat(queue.at("/ScalingConfig/MaximumConcurrency/Ref").asText())
                .isEqualTo("ImportConcurrency");
    }

    // What comes together raises a version once; nobody waits for more than a second for it.
    @Test
    void takesManyChangesOfTheLakeAtATime() {
        JsonNode queue =
                TEMPLATE.properties("PartitionChangedFunction").at("/Events/Objects/Properties");

        assertThat(queue.path("BatchSize").asInt()).isEqualTo(100);
        assertThat(queue.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void tellsOfAllThatStatementsReadAndOfNothingElse() {
        JsonNode detail = TEMPLATE.properties("PartitionRule").path("EventPattern");

        assertThat(detail.path("detail-type").toString())
                .isEqualTo("[\"Object Created\",\"Object Deleted\"]");
        assertThat(detail.at("/detail/object/key"))
                .extracting(prefix -> prefix.path("prefix").asText())
                .containsExactlyInAnyOrderElementsOf(
                        TEMPLATE.resources("AWS::Glue::Table").values().stream()
                                .map(table ->
                                        table.at("/Properties/TableInput/Name").asText() + "/")
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("queues")
    void raisesAnAlarmForEveryQueue(Map.Entry<String, JsonNode> queue) {
        assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm").values())
                .extracting(
                        alarm -> alarm.at("/Properties/Dimensions/0/Value/Fn::GetAtt/0").asText())
                .contains(queue.getKey());
    }

    @ParameterizedTest
    @CsvSource({
        "Prefix, raw/captured/!{timestamp:yyyy/MM/dd/HH}/",
        "ErrorOutputPrefix,"
                + " refused/captured/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/",
        "FileExtension, .jsonl.gz",
        "CompressionFormat, GZIP",
    })
    void writesCapturedEventsWhereTheyAreImported(String property, String value) {
        assertThat(
                        TEMPLATE.properties("CaptureStream")
                                .path("ExtendedS3DestinationConfiguration")
                                .path(property)
                                .asText())
                .isEqualTo(value);
    }

    private static Stream<JsonNode> readers(String queue) {
        return TEMPLATE.functions().values().stream()
                .filter(function ->
                        function.path("Events")
                                .valueStream()
                                .anyMatch(event ->
                                        event.at("/Properties/Queue/Fn::GetAtt/0")
                                                .asText()
                                                .equals(queue)));
    }
}
