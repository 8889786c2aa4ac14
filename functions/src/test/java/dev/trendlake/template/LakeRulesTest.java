package dev.trendlake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.project.ColumnProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lake and the tables have to be. */
class LakeRulesTest {
    private static final Template TEMPLATE = Template.read();
    private static final JsonNode EVENTS = TEMPLATE.properties("EventsTable").path("TableInput");

    private static final int PLACES = 24;
    private static final JsonNode RAW_DAYS = TEMPLATE.root().at("/Parameters/RawRetentionDays");

    static IntStream places() {
        return IntStream.range(0, PLACES);
    }

    static Stream<Map.Entry<String, JsonNode>> buckets() {
        return TEMPLATE.resources("AWS::S3::Bucket").entrySet().stream();
    }

    static Stream<Map.Entry<String, JsonNode>> tables() {
        return TEMPLATE.resources("AWS::DynamoDB::Table").entrySet().stream();
    }

    @Test
    void hasTheColumnsOfEventsInTheOrderOfTheFiles() {
        List<String> expected = new ArrayList<>();
        places().forEach(number -> expected.addFirst("property_%d string".formatted(number)));
        expected.addAll(
                List.of(
                        "event string",
                        "quarter int",
                        "person_key bigint",
                        "timestamp timestamp",
                        "session_id string",
                        "group_0 string",
                        "group_1 string",
                        "group_2 string",
                        "group_3 string",
                        "group_4 string",
                        "uuid string",
                        "distinct_id string",
                        "person_id string",
                        "elements_chain string",
                        "person_properties string",
                        "properties string"));

        assertThat(namesAndTypes(EVENTS.at("/StorageDescriptor/Columns")))
                .containsExactlyElementsOf(expected);
        assertThat(namesAndTypes(EVENTS.path("PartitionKeys")))
                .containsExactly("project_id string", "day string");
    }

    @ParameterizedTest
    @MethodSource("places")
    void saysWhichPropertyAColumnHoldsAtFirst(int place) {
        JsonNode column =
                EVENTS.at("/StorageDescriptor/Columns")
                        .valueStream()
                        .filter(one -> one.path("Name").asText().equals("property_" + place))
                        .findFirst()
                        .orElseThrow();

        assertThat(column.path("Comment").toString())
                .isEqualTo(
                        "{\"Fn::Select\":[%d,{\"Fn::Split\":[\",\",{\"Fn::Sub\":\"${PropertyColumns}%s\"}]}]}"
                                .formatted(place, ",".repeat(PLACES)));
    }

    @Test
    void declaresColumnsThatTheCodeCanRead() {
        JsonNode parameter = TEMPLATE.root().at("/Parameters/PropertyColumns");
        List<String> declared = List.of(parameter.path("Default").asText().split(",", -1));

        assertThat(declared)
                .hasSizeLessThanOrEqualTo(PLACES)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        text -> assertThat(ColumnProperty.parse(text).toString()).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event:$browser | true",
                "event:$browser,person:plan | true",
                "event:of two words,event:a:b | true",
                "'' | true",
                "event: | false",
                "event:' ' | false",
                "session:$browser | false",
                "event:$browser, | false",
                "event:a,,event:b | false",
            })
    void takesListsOfPropertiesAndNothingElse(String list, boolean isTaken) {
        String pattern = TEMPLATE.root().at("/Parameters/PropertyColumns/AllowedPattern").asText();

        assertThat(list.replace("' '", " ").matches(pattern)).isEqualTo(isTaken);
    }

    @Test
    void takesNoMorePropertiesThanThereArePlaces() {
        String pattern = TEMPLATE.root().at("/Parameters/PropertyColumns/AllowedPattern").asText();

        assertThat(String.join(",", Collections.nCopies(PLACES, "event:a"))).matches(pattern);
        assertThat(String.join(",", Collections.nCopies(PLACES + 1, "event:a")))
                .doesNotMatch(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "PersonsTable, persons, distinct_id string/person_id string/person_key bigint"
                + "/created_at timestamp/person_distinct_id_version bigint/person_version bigint"
                + "/properties string",
        "GroupsTable, groups, type_index int/group_key string/updated_at timestamp"
                + "/properties string",
        "CohortPeopleTable, cohort_people, cohort_id bigint/person_key bigint/person_id string",
    })
    void keepsEachVersionOfATableBesideTheEventsInItsOwnFolder(
            String resource, String name, String columns) {
        JsonNode table = TEMPLATE.properties(resource).path("TableInput");
        JsonNode parameters = table.path("Parameters");

        assertThat(table.path("Name").asText()).isEqualTo(name);
        assertThat(namesAndTypes(table.at("/StorageDescriptor/Columns")))
                .containsExactly(columns.split("/", -1));
        assertThat(namesAndTypes(table.path("PartitionKeys")))
                .containsExactly("project_id string", "version string");
        assertThat(parameters.path("projection.enabled").asText()).isEqualTo("true");
        assertThat(parameters.path("projection.project_id.type").asText()).isEqualTo("injected");
        assertThat(parameters.path("projection.version.type").asText()).isEqualTo("injected");
        assertThat(parameters.path("storage.location.template").path("Fn::Sub").asText())
                .isEqualTo(
                        "s3://${DataBucket}/%s/project_id=${!project_id}/version=${!version}/"
                                .formatted(name));
    }

    @Test
    void projectsPartitionsByProjectAndDay() {
        JsonNode parameters = EVENTS.path("Parameters");

        assertThat(parameters.path("projection.enabled").asText()).isEqualTo("true");
        assertThat(parameters.path("projection.project_id.type").asText()).isEqualTo("injected");
        assertThat(parameters.path("projection.day.type").asText()).isEqualTo("date");
        assertThat(parameters.path("projection.day.format").asText()).isEqualTo("yyyy-MM-dd");
        assertThat(parameters.path("projection.day.range").asText())
                .isEqualTo("2010-01-01,NOW+1DAYS");
        assertThat(parameters.path("storage.location.template").path("Fn::Sub").asText())
                .isEqualTo("s3://${DataBucket}/events/project_id=${!project_id}/day=${!day}/");
    }

    @Test
    void letsNoStatementLeaveItsWorkgroupsLimits() {
        JsonNode configuration = TEMPLATE.properties("WorkGroup").path("WorkGroupConfiguration");

        assertThat(configuration.path("EnforceWorkGroupConfiguration").asBoolean()).isTrue();
        assertThat(configuration.at("/BytesScannedCutoffPerQuery/Ref").asText())
                .isEqualTo("BytesScannedLimit");
        assertThat(configuration.at("/EngineVersion/SelectedEngineVersion").asText())
                .isEqualTo("Athena engine version 3");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void keepsBucketsEncryptedAndPrivate(Map.Entry<String, JsonNode> bucket) {
        JsonNode properties = bucket.getValue().path("Properties");

        assertThat(properties.has("BucketEncryption")).isTrue();
        assertThat(properties.path("PublicAccessBlockConfiguration"))
                .hasSize(4)
                .allMatch(JsonNode::asBoolean);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void paysTablesOnDemandAndKeepsThemRecoverable(Map.Entry<String, JsonNode> table) {
        JsonNode properties = table.getValue().path("Properties");

        assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(properties.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
        assertThat(
                        properties
                                .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ApiKeysTable, key_hash:HASH",
        "ProjectsTable, project:HASH item:RANGE",
        "ResultsTable, project:HASH query_key:RANGE",
        "PartitionsTable, project:HASH partition:RANGE",
    })
    void hasTheKeysThatTheAdaptersAskFor(String table, String keys) {
        List<String> found = new ArrayList<>();
        for (JsonNode key : TEMPLATE.properties(table).path("KeySchema")) {
            found.add(key.path("AttributeName").asText() + ":" + key.path("KeyType").asText());
        }
        assertThat(found).containsExactly(keys.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResultsTable", "PartitionsTable"})
    void forgetsByTheExpiry(String table) {
        assertThat(TEMPLATE.properties(table).path("TimeToLiveSpecification").toString())
                .isEqualTo("{\"AttributeName\":\"expires_at\",\"Enabled\":true}");
    }

    @ParameterizedTest
    @CsvSource({"DataBucket", "ApiKeysTable", "ProjectsTable", "PartitionsTable"})
    void keepsWhatUsersBroughtWhenTheStackGoes(String resource) {
        assertThat(TEMPLATE.resource(resource).path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(TEMPLATE.resource(resource).path("UpdateReplacePolicy").asText())
                .isEqualTo("Retain");
    }

    @Test
    void keepsRawObjectsForEverUnlessItIsToldOtherwise() {
        assertThat(RAW_DAYS.path("Default").asText()).isEqualTo("0");
        assertThat(TEMPLATE.root().at("/Conditions/RawIsForgotten").toString())
                .isEqualTo(
                        "{\"Fn::Not\":[{\"Fn::Equals\":[{\"Ref\":\"RawRetentionDays\"},\"0\"]}]}");
    }

    @Test
    void removesRawObjectsAfterSomeDaysAndNothingElse() {
        assertThat(TEMPLATE.properties("DataBucket").findParents("ExpirationInDays"))
                .extracting(
                        rule -> rule.path("Prefix").asText() + " " + rule.path("ExpirationInDays"))
                .containsExactlyInAnyOrder(
                        "results/ {\"Ref\":\"ResultDays\"}", "raw/ {\"Ref\":\"RawRetentionDays\"}");
        assertThat(TEMPLATE.properties("DataBucket").findParents("Fn::If"))
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.at("/Fn::If/0").asText()).isEqualTo("RawIsForgotten");
                    assertThat(only.at("/Fn::If/1/Prefix").asText()).isEqualTo("raw/");
                    assertThat(only.at("/Fn::If/1/Status").asText()).isEqualTo("Enabled");
                    assertThat(only.at("/Fn::If/2/Ref").asText()).isEqualTo("AWS::NoValue");
                });
    }

    // S3 refuses a rule with both: the markers are another rule's.
    @Test
    void expiresByDaysOrByMarkersInOneRule() {
        assertThat(TEMPLATE.root().findParents("ExpirationInDays"))
                .isNotEmpty()
                .noneMatch(rule -> rule.has("ExpiredObjectDeleteMarker"));
    }

    // A message waits for two weeks at most, and for as long again among the dead letters when it
    // is
    // sent back: its object has to be there.
    @ParameterizedTest
    @CsvSource({
        "0, true",
        "30, true",
        "365, true",
        "9999, true",
        "29, false",
        "14, false",
        "1, false",
        "10000, false",
        "030, false",
        "-30, false",
        "30.5, false",
        "'', false",
    })
    void keepsRawObjectsForAsLongAsTheirMessages(String days, boolean isTaken) {
        assertThat(days.matches(RAW_DAYS.path("AllowedPattern").asText())).isEqualTo(isTaken);
    }

    private static List<String> namesAndTypes(JsonNode columns) {
        List<String> found = new ArrayList<>();
        for (JsonNode column : columns) {
            found.add(column.path("Name").asText() + " " + column.path("Type").asText());
        }
        return found;
    }
}
