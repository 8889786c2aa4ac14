package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs the stack is shown and told. */
class WatchRulesTest {
    private static final Template TEMPLATE = Template.read();
    private static final int MOST_METRICS_OF_AN_ALARM = 10;

    static Stream<Map.Entry<String, JsonNode>> alarms() {
        return TEMPLATE.resources("AWS::CloudWatch::Alarm").entrySet().stream();
    }

    /** The schedules, by function and name. */
    static Stream<JsonNode> schedules() {
        return TEMPLATE.functions().values().stream()
                .flatMap(function -> function.path("Events").valueStream())
                .filter(event -> event.path("Type").asText().equals("ScheduleV2"))
                .map(event -> event.path("Properties"));
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void tellsOfEachAlarmByMailAndByTopicWhereThatIsWanted(Map.Entry<String, JsonNode> alarm) {
        assertThat(alarm.getValue().at("/Properties/AlarmActions").toString())
                .isEqualTo(
                        """
                        [{"Fn::If":["AlarmsAreMailed",{"Ref":"AlarmTopic"},{"Ref":"AWS::NoValue"}]},\
                        {"Fn::If":["AlarmsHaveTopic",{"Ref":"AlarmTopicArn"},{"Ref":"AWS::NoValue"}]}]\
                        """);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void watchesAsManyMetricsAsAnAlarmMay(Map.Entry<String, JsonNode> alarm) {
        assertThat(alarm.getValue().at("/Properties/Metrics").findParents("MetricStat"))
                .hasSizeLessThanOrEqualTo(MOST_METRICS_OF_AN_ALARM);
    }

    @Test
    void raisesAnAlarmWhenAnyFunctionIsThrottled() {
        List<String> watched =
                alarms().flatMap(alarm -> alarm.getValue().findParents("MetricName").stream())
                        .filter(metric -> metric.path("MetricName").asText().equals("Throttles"))
                        .map(metric -> metric.at("/Dimensions/0/Value/Ref").asText())
                        .toList();

        assertThat(watched).containsExactlyInAnyOrderElementsOf(TEMPLATE.functions().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TrendFunctionSlow",
                "QueryFunctionSlow",
                "QueryStatusFunctionSlow",
                "InsightFunctionSlow",
                "StatementsFail",
                "BytesOverBudget",
                "WarmerNotCalled",
                "ImportsGivenUp",
                "CompactionNotCalled"
            })
    void hasTheAlarm(String name) {
        assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm")).containsKey(name);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void keepsTheCallsOfAScheduleThatFailed(JsonNode schedule) {
        assertThat(schedule.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isPositive();
        assertThat(TEMPLATE.resources("AWS::SQS::Queue"))
                .containsKey(schedule.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText());
    }

    @Test
    void warmsEachFiveMinutesAndAtEveryMidnightOfTheEarth() {
        assertThat(TEMPLATE.properties("WarmCacheFunction").path("Events").valueStream())
                .extracting(event ->
                        event.at("/Properties/ScheduleExpression").asText()
                                + " "
                                + event.at("/Properties/Input").asText())
                .containsExactly(
                        "rate(5 minutes) {\"warm\": \"recent\"}",
                        "cron(0/15 * * * ? *) {\"warm\": \"daily\"}");
    }

    @Test
    void showsEveryFunctionAndEveryQueueOnTheDashboard() throws IOException {
        String text = TEMPLATE.properties("Dashboard").at("/DashboardBody/Fn::Sub").asText();
        JsonNode body = new JsonMapper().readTree(text);

        assertThat(body.path("widgets")).isNotEmpty();
        assertThat(TEMPLATE.functions().keySet())
                .allSatisfy(function -> assertThat(text).contains("${" + function + "}"));
        assertThat(TEMPLATE.resources("AWS::SQS::Queue").keySet())
                .allSatisfy(queue -> assertThat(text).contains("${" + queue + ".QueueName}"));
    }

    @Test
    void placesTheWidgetsOfTheDashboardBesideEachOther() throws IOException {
        String text = TEMPLATE.properties("Dashboard").at("/DashboardBody/Fn::Sub").asText();

        assertThat(new JsonMapper().readTree(text).path("widgets"))
                .extracting(widget -> widget.path("x").asInt() + "," + widget.path("y").asInt())
                .doesNotHaveDuplicates();
    }
}
