package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every function and every right has to be. */
class FunctionRulesTest {
    private static final Template TEMPLATE = Template.read();

    static Stream<Map.Entry<String, JsonNode>> functions() {
        return TEMPLATE.functions().entrySet().stream();
    }

    static Stream<Map.Entry<String, JsonNode>> doors() {
        return TEMPLATE.doors().entrySet().stream();
    }

    /** Those that write files. */
    static Stream<Map.Entry<String, JsonNode>> workers() {
        return functions()
                .filter(function ->
                        function.getValue().path("CodeUri").asText().startsWith("intake/"));
    }

    /** Those whose work an answer waits for. */
    static Stream<Map.Entry<String, JsonNode>> quick() {
        return functions()
                .filter(function ->
                        function.getValue().path("CodeUri").asText().startsWith("functions/"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void answersBeforeTheGatewayGivesUp(Map.Entry<String, JsonNode> function) {
        assertThat(function.getValue().path("Timeout").asInt()).isBetween(1, 29);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void runsAPublishedVersion(Map.Entry<String, JsonNode> function) {
        JsonNode properties = function.getValue();
        assertThat(properties.path("Runtime").asText()).isEqualTo("java25");
        assertThat(properties.path("Architectures"))
                .extracting(JsonNode::asText)
                .containsExactly("arm64");
        assertThat(properties.path("AutoPublishAlias").asText()).isEqualTo("live");
        assertThat(properties.path("AutoPublishAliasAllProperties").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void startsFromASnapshotWhereSomebodyWaits(Map.Entry<String, JsonNode> function) {
        assertThat(function.getValue().at("/SnapStart/ApplyOn").asText())
                .isEqualTo("PublishedVersions");
        assertThat(function.getValue().has("EphemeralStorage")).isFalse();
    }

    // Lambda refuses a snapshot of a function with more than 512 MB of disk.
    @Test
    void hasDiskWhereFilesOfTheLakeAreWritten() {
        assertThat(TEMPLATE.functions().values())
                .filteredOn(function ->
                        function.path("CodeUri").asText().startsWith("intake/")
                                && function.toString().contains("PROPERTY_COLUMNS"))
                .hasSize(2)
                .allSatisfy(function ->
                        assertThat(function.at("/EphemeralStorage/Size").asInt())
                                .isBetween(513, 10_240));
    }

    @ParameterizedTest
    @MethodSource("workers")
    void hasTimeAndNoSnapshotWhereNobodyWaits(Map.Entry<String, JsonNode> function) {
        JsonNode properties = function.getValue();
        assertThat(properties.path("Timeout").asInt()).isBetween(30, 900);
        assertThat(properties.at("/SnapStart/ApplyOn").asText()).isEqualTo("None");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void keepsItsLogsForALimitedTime(Map.Entry<String, JsonNode> function) {
        JsonNode logging = function.getValue().path("LoggingConfig");
        JsonNode group = TEMPLATE.resource(logging.path("LogGroup").path("Ref").asText());

        assertThat(logging.path("LogFormat").asText()).isEqualTo("JSON");
        assertThat(group.path("Type").asText()).isEqualTo("AWS::Logs::LogGroup");
        assertThat(group.path("Properties").has("RetentionInDays")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void hasAnAlarmOfItsOwn(Map.Entry<String, JsonNode> function) {
        assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm").values())
                .extracting(alarm -> alarm.at("/Properties/Dimensions/0/Value/Ref").asText())
                .contains(function.getKey());
    }

    @Test
    void sharesNeitherLogsNorRole() {
        assertThat(TEMPLATE.functions().values())
                .extracting(function -> function.at("/LoggingConfig/LogGroup/Ref").asText())
                .doesNotHaveDuplicates();
        assertThat(TEMPLATE.functions().values())
                .extracting(function -> function.at("/Role/Fn::GetAtt/0").asText())
                .doesNotHaveDuplicates()
                .allMatch(role -> TEMPLATE.resources("AWS::IAM::Role").containsKey(role));
    }

    @Test
    void allowsNoActionByWildcardAndNothingOnEverything() {
        for (JsonNode statement : TEMPLATE.root().findParents("Effect")) {
            assertThat(texts(statement.path("Action")))
                    .isNotEmpty()
                    .noneMatch(a -> a.contains("*"));
            assertThat(texts(statement.path("Resource"))).doesNotContain("*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "persons", "groups"})
    void letsTheFunctionsReadTheLakeOnlyThroughAthena(String table) {
        List<JsonNode> reads =
                new ArrayList<>(statementsOn("DataBucket.Arn}/%s/*".formatted(table)));
        reads.removeAll(statementsOf("FillLakePolicy"));

        assertThat(reads)
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(texts(statement.path("Action"))).containsExactly("s3:GetObject");
                    assertThat(calledVia(statement)).isEqualTo("athena.amazonaws.com");
                });
    }

    @Test
    void letsOnlyImportAndCompactionRewriteTheLake() {
        assertThat(rolesWith("FillLakePolicy"))
                .containsExactlyInAnyOrder("ImportFunctionRole", "CompactFunctionRole");
        assertThat(statementsOf("FillLakePolicy"))
                .filteredOn(statement -> statement.path("Action").toString().contains("Object"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Resource"))
                                .extracting(resource -> resource.path("Fn::Sub").asText())
                                .containsExactlyInAnyOrder(
                                        "${DataBucket.Arn}/events/*",
                                        "${DataBucket.Arn}/persons/*",
                                        "${DataBucket.Arn}/groups/*",
                                        "${DataBucket.Arn}/refused/*",
                                        "${DataBucket.Arn}/imports/*"));
    }

    @Test
    void letsVersionsOfPartitionsBeRaisedByThoseWhoChangeThemOrAreTold() {
        List<JsonNode> raising =
                TEMPLATE.root().findParents("Effect").stream()
                        .filter(statement ->
                                statement
                                        .at("/Resource/Fn::GetAtt/0")
                                        .asText()
                                        .equals("PartitionsTable"))
                        .filter(statement ->
                                !texts(statement.path("Action"))
                                        .equals(List.of("dynamodb:BatchGetItem")))
                        .toList();

        assertThat(raising)
                .hasSize(3)
                .allSatisfy(statement ->
                        assertThat(texts(statement.path("Action")))
                                .containsExactly("dynamodb:UpdateItem"));
        assertThat(statementsOf("FillLakePolicy")).containsAnyElementsOf(raising);
        assertThat(statementsOf("KeepMembersPolicy")).containsAnyElementsOf(raising);
        assertThat(statementsOf("PartitionChangedFunctionRole")).containsAnyElementsOf(raising);
    }

    @Test
    void letsTheFunctionOfChangedPartitionsTouchNoObject() {
        assertThat(TEMPLATE.properties("PartitionChangedFunctionRole").toString())
                .doesNotContain("s3:", "athena:", "glue:");
    }

    @Test
    void letsNobodyChangeWhatCameIn() {
        assertThat(statementsOn("DataBucket.Arn}/raw/"))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(texts(statement.path("Action")))
                                .doesNotContain("s3:DeleteObject"))
                .filteredOn(statement -> texts(statement.path("Action")).contains("s3:PutObject"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Resource").toString())
                                .contains("/raw/captured/*")
                                .doesNotContain("/raw/*"));
    }

    @Test
    void letsNoOtherDoorHandOnEventsThanCaptureAndTheFallback() {
        assertThat(rolesWith("CapturePolicy"))
                .containsExactlyInAnyOrder("CaptureFunctionRole", "FallbackFunctionRole");
        assertThat(statementsOf("CapturePolicy"))
                .filteredOn(statement ->
                        statement.path("Resource").toString().contains("CaptureStream"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(texts(statement.path("Action")))
                                .containsExactly("firehose:PutRecordBatch"));
    }

    @Test
    void letsOnlyTheFunctionsOfCohortsWriteTheirMembers() {
        List<JsonNode> writes =
                statementsOn("DataBucket.Arn}/cohort_people/*").stream()
                        .filter(statement -> calledVia(statement).isEmpty())
                        .toList();

        assertThat(writes)
                .singleElement()
                .satisfies(statement ->
                        assertThat(texts(statement.path("Action")))
                                .containsExactly(
                                        "s3:DeleteObject", "s3:GetObject", "s3:PutObject"));
        assertThat(rolesWith("KeepMembersPolicy"))
                .containsExactlyInAnyOrder("CohortFunctionRole", "FallbackFunctionRole");
    }

    @Test
    void letsAthenaFindEveryTableAndListItsFiles() {
        JsonNode catalog = statementsOn("${Database}/${EventsTable}").getFirst();
        JsonNode listing =
                TEMPLATE.root().findParents("Effect").stream()
                        .filter(statement -> statement.at("/Condition/StringLike").has("s3:prefix"))
                        .findFirst()
                        .orElseThrow();

        TEMPLATE.resources("AWS::Glue::Table")
                .forEach((resource, table) -> {
                    String name = table.at("/Properties/TableInput/Name").asText();
                    assertThat(catalog.path("Resource").toString())
                            .contains("table/${Database}/${%s}".formatted(resource));
                    assertThat(texts(listing.at("/Condition/StringLike/s3:prefix")))
                            .contains(name + "/*");
                });
        assertThat(List.of(calledVia(catalog), calledVia(listing)))
                .containsOnly("athena.amazonaws.com");
    }

    @Test
    void takesEachRouteOnBothPathsAndHandsTheRestToTheFallback() {
        List<String> routes = routes();
        List<String> ofProjects =
                routes.stream().filter(route -> route.contains(" /api/projects")).toList();
        List<String> ofEnvironments =
                routes.stream().filter(route -> route.contains(" /api/environments")).toList();

        assertThat(routes)
                .doesNotHaveDuplicates()
                .contains("ANY /{proxy+} FallbackFunction", "ANY / FallbackFunction")
                .filteredOn(route -> route.startsWith("ANY"))
                .allMatch(route -> route.endsWith(" FallbackFunction"));
        assertThat(ofEnvironments)
                .extracting(route -> route.replace("/environments", "/projects"))
                .containsExactlyInAnyOrderElementsOf(ofProjects);
    }

    private static List<String> routes() {
        List<String> routes = new ArrayList<>();
        TEMPLATE.doors()
                .forEach((name, function) -> {
                    for (JsonNode event : function.path("Events")) {
                        JsonNode route = event.path("Properties");
                        routes.add(
                                "%s %s %s"
                                        .formatted(
                                                route.path("Method").asText(),
                                                route.path("Path").asText(),
                                                name));
                    }
                });
        return routes;
    }

    private static List<JsonNode> statementsOn(String resource) {
        return TEMPLATE.root().findParents("Effect").stream()
                .filter(statement -> statement.path("Resource").toString().contains(resource))
                .toList();
    }

    private static List<JsonNode> statementsOf(String policy) {
        return TEMPLATE.properties(policy).findParents("Effect");
    }

    private static List<String> rolesWith(String policy) {
        return TEMPLATE.resources("AWS::IAM::Role").entrySet().stream()
                .filter(role -> role.getValue().toString().contains(policy))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String calledVia(JsonNode statement) {
        return statement.at("/Condition/ForAnyValue:StringEquals/aws:CalledVia").asText();
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.asText());
        }
        oneOrMore.elements().forEachRemaining(element -> texts.add(element.asText()));
        return texts;
    }
}
