package dev.trendlake.local.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The bytes on the wire, as they were measured on the service (spec: Athena, 1). */
class AthenaWireTest {
    private final TestLake lake = TestLake.shared();

    @Test
    void namesTheErrorInTheBodyAndNotInAHeader() {
        HttpResponse<String> answer = start("\"QueryString\":\"SELEC 1\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).isEmpty();
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/x-amz-json-1.1");
        assertThat(answer.body())
                .startsWith(
                        "{\"__type\":\"InvalidRequestException\",\"AthenaErrorCode\":\"MALFORMED_QUERY\",\"ErrorCode\":\"MALFORMED_QUERY\",\"Message\":\"line"
                            + " 1:1: mismatched input 'SELEC'. Expecting:");
    }

    @Test
    void namesAMissingMember() {
        assertThat(lake.post("StartQueryExecution", "{}").body())
                .contains("INVALID_INPUT")
                .contains(
                        "1 validation error detected: Value null at 'queryString' failed to"
                                + " satisfy constraint: Member must not be null");
    }

    @Test
    void asksForAToken() {
        assertThat(lake.post("StartQueryExecution", "{\"QueryString\":\"SELECT 1\"}").body())
                .contains("clientRequestToken is null or empty");
    }

    @Test
    void refusesWrongTypesBeforeAnythingElse() {
        assertThat(
                        lake.post(
                                        "GetQueryResults",
                                        "{\"QueryExecutionId\":\"x\",\"MaxResults\":\"ten\"}")
                                .body())
                .isEqualTo(
                        "{\"__type\":\"SerializationException\",\"Message\":\"STRING_VALUE can not"
                                + " be converted to an Integer\"}");
    }

    @Test
    void refusesABodyThatIsNotJson() {
        HttpResponse<String> answer = lake.post("StartQueryExecution", "{");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"SerializationException\"}");
    }

    @Test
    void ignoresUnknownMembersAndTakesNullForAbsent() {
        assertThat(
                        start(
                                        "\"QueryString\":\"SELECT 1\",\"Colour\":1,"
                                                + "\"ResultConfiguration\":null")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void speaksNoOtherContentType() {
        HttpResponse<String> answer =
                lake.post("application/x-amz-json-1.0", "AmazonAthena.GetQueryExecution", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<UnknownOperationException/>");
    }

    @Test
    void knowsNoOtherOperation() {
        HttpResponse<String> answer = lake.post("ListDataCatalogs", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"UnknownOperationException\"}");
    }

    @Test
    void writesTimesAsSecondsAndNullAsAnEmptyStructure() {
        String id = lake.run("SELECT 1 AS one, NULL AS none, '' AS blank").queryExecutionId();
        String request = "{\"QueryExecutionId\":\"" + id + "\"}";

        assertThat(lake.post("GetQueryExecution", request).body())
                .containsPattern("\"SubmissionDateTime\":\\d{10}\\.\\d{3}")
                .containsPattern("\"CompletionDateTime\":\\d{10}\\.\\d{3}")
                .contains("\"Catalog\":\"awsdatacatalog\"")
                .doesNotContain("ClientRequestToken");
        assertThat(lake.post("GetQueryResults", request).body())
                .contains("\"Rows\":[{\"Data\":[{\"VarCharValue\":\"one\"},")
                .contains("{\"Data\":[{\"VarCharValue\":\"1\"},{},{\"VarCharValue\":\"\"}]}");
    }

    @Test
    void countsTheBytesOfAStatement() {
        String tooLong = "SELECT '" + "é".repeat(131_072) + "'";

        assertThat(start("\"QueryString\":\"" + tooLong + "\"").body())
                .contains("INVALID_INPUT")
                .contains("less than or equal to 262144");
    }

    private HttpResponse<String> start(String members) {
        return lake.post(
                "StartQueryExecution",
                "{"
                        + members
                        + ",\"WorkGroup\":\"main\",\"ClientRequestToken\":\""
                        + TestLake.token()
                        + "\"}");
    }
}
