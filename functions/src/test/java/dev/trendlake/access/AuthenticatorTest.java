package dev.trendlake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trendlake.error.ApiException;
import dev.trendlake.http.ErrorBody;
import dev.trendlake.http.EventBuilder;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations from spec: HTTP, 1. Projects 1 and 2 exist; project 3 doesn't. */
class AuthenticatorTest {
    private static final List<String> READ = List.of("insight:read");

    private static final Map<String, ApiKey> KEYS =
            Map.of(
                    "phx_all", key(READ, List.of(), List.of(), true),
                    "phx_one", key(READ, List.of(1L), List.of(), true),
                    "phx_two", key(READ, List.of(1L, 2L), List.of(), true),
                    "phx_acme", key(READ, List.of(), List.of("acme"), true),
                    "phx_umbrella", key(READ, List.of(), List.of("umbrella"), true),
                    "phx_inactive", key(READ, List.of(), List.of(), false),
                    "phx_no_scope", key(List.of(), List.of(), List.of(), true),
                    "phx_other_scope", key(List.of("project:read"), List.of(1L), List.of(), true));

    private final Authenticator authenticator = new Authenticator(new FixedAdmissions());

    @ParameterizedTest
    @CsvSource({
        "phx_all, 1, 1",
        "phx_all, 2, 2",
        "phx_one, 1, 1",
        "phx_two, 2, 2",
        "phx_acme, 1, 1",
        "phx_one, @current, 1",
        "phx_two, @current, 1",
        "phx_all, @current, 1",
        "phx_umbrella, @current, 2",
    })
    void admitsKeysToTheirProjects(String key, String projectId, long project) {
        HttpRequest request = EventBuilder.post("/").key(key).decoded();

        assertThat(authenticate(request, projectId).id()).isEqualTo(project);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phx_nobody      | 1 | 401 | authentication_failed | Personal API key found in"
                        + " request Authorization header is invalid.",
                "phx_nobody      | 3 | 401 | authentication_failed | Personal API key found in"
                        + " request Authorization header is invalid.",
                "phx_nobody      | x | 401 | authentication_failed | Personal API key found in"
                        + " request Authorization header is invalid.",
                "phx_nobody      | @current | 401 | authentication_failed | Personal API key found"
                        + " in request Authorization header is invalid.",
                "phx_inactive    | 1 | 401 | authentication_failed | Personal API key found in"
                        + " request Authorization header is invalid.",
                "phx_one         | 2 | 403 | permission_denied | API key does not have access to"
                        + " the requested project: ID 2.",
                "phx_one         | 3 | 403 | permission_denied | API key does not have access to"
                        + " the requested project: ID 3.",
                "phx_other_scope | 2 | 403 | permission_denied | API key does not have access to"
                        + " the requested project: ID 2.",
                "phx_other_scope | 1 | 403 | permission_denied | API key missing required scope"
                        + " 'insight:read'",
                "phx_no_scope    | 1 | 403 | permission_denied | API key missing required scope"
                        + " 'insight:read'",
                "phx_no_scope    | 3 | 403 | permission_denied | API key missing required scope"
                        + " 'insight:read'",
                "phx_acme        | 2 | 403 | permission_denied | API key does not have access to"
                        + " the requested organization: ID cbb9f5c3-f362-317e-8bf4-1ca65bdbdb9a.",
                "phx_all         | 3 | 404 | not_found | Project not found.",
                "phx_all         | 0 | 404 | not_found | Project not found.",
                "phx_all         | x | 404 | not_found | Project not found.",
                "phx_all         | -1 | 404 | not_found | Project not found.",
                "phx_all         | 99999999999999999999 | 404 | not_found | Project not found.",
            })
    void refusesTheRest(String key, String projectId, int status, String code, String detail) {
        HttpRequest request = EventBuilder.post("/").key(key).decoded();

        ErrorBody error = refusal(request, projectId);

        assertThat(error)
                .isEqualTo(
                        new ErrorBody(
                                status,
                                status == 404 ? "invalid_request" : "authentication_error",
                                code,
                                detail,
                                ""));
    }

    static Stream<Arguments> requestsWithAKey() {
        String body = "{\"personal_api_key\":\"phx_all\"}";
        String form = "personal_api_key=phx_all&a=1";
        return Stream.of(
                Arguments.of("header", EventBuilder.post("/").key("phx_all")),
                Arguments.of(
                        "blanks",
                        EventBuilder.post("/").header("Authorization", "Bearer   phx_all  ")),
                Arguments.of("body", EventBuilder.post("/").json(body)),
                Arguments.of(
                        "form",
                        EventBuilder.post("/").body("application/x-www-form-urlencoded", form)),
                Arguments.of("query string", EventBuilder.get("/").query(form)),
                Arguments.of(
                        "another scheme before the body",
                        EventBuilder.post("/").header("authorization", "Basic eDp5").json(body)),
                Arguments.of(
                        "a scheme in lower case before the body",
                        EventBuilder.post("/").header("authorization", "bearer phx_x").json(body)),
                Arguments.of(
                        "an OAuth token before the body",
                        EventBuilder.post("/").key("pha_token").json(body)),
                Arguments.of(
                        "a good header before a bad body",
                        EventBuilder.post("/")
                                .key("phx_all")
                                .json("{\"personal_api_key\":\"phx_nobody\"}")),
                Arguments.of(
                        "a good header before garbage",
                        EventBuilder.post("/").key("phx_all").json("garbage")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestsWithAKey")
    void findsTheKey(String place, EventBuilder request) {
        assertThat(authenticate(request.decoded(), "1").id()).as(place).isEqualTo(1);
    }

    static Stream<Arguments> requestsWithoutAGoodKey() {
        String bad = "{\"personal_api_key\":\"phx_nobody\"}";
        String good = "{\"personal_api_key\":\"phx_all\"}";
        return Stream.of(
                Arguments.of(
                        EventBuilder.post("/"), "Authentication credentials were not provided."),
                Arguments.of(
                        EventBuilder.get("/").header("authorization", "Basic eDp5"),
                        "Authentication credentials were not provided."),
                Arguments.of(
                        EventBuilder.get("/").header("authorization", "bearer phx_all"),
                        "Authentication credentials were not provided."),
                Arguments.of(
                        EventBuilder.get("/").header("authorization", "Bearer "),
                        "Authentication credentials were not provided."),
                Arguments.of(
                        EventBuilder.get("/").key("pha_token"),
                        "Authentication credentials were not provided."),
                Arguments.of(
                        EventBuilder.post("/").json(bad).query("personal_api_key=phx_all"),
                        "Personal API key found in request body is invalid."),
                Arguments.of(
                        EventBuilder.post("/").json("{\"personal_api_key\":null}"),
                        "Personal API key found in request body is invalid."),
                Arguments.of(
                        EventBuilder.get("/").query("personal_api_key="),
                        "Personal API key found in request query string is invalid."),
                Arguments.of(
                        EventBuilder.post("/").key("phx_nobody").json(good),
                        "Personal API key found in request Authorization header is invalid."));
    }

    @ParameterizedTest
    @MethodSource("requestsWithoutAGoodKey")
    void triesOnlyTheFirstKey(EventBuilder request, String detail) {
        ErrorBody error = refusal(request.decoded(), "1");

        assertThat(error.status()).isEqualTo(401);
        assertThat(error.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "insight:read, true",
        "insight:write, true",
        "*, true",
        "query:read, false",
        "insight, false",
    })
    void takesTheRightToWriteForTheRightToRead(String scope, boolean meets) {
        assertThat(Scope.INSIGHT_READ.isMetBy(scope)).isEqualTo(meets);
    }

    @Test
    void writesNoKeyAnywhere() {
        HttpRequest request = EventBuilder.post("/").key("phx_secret").decoded();

        assertThat(Credential.of(request).orElseThrow())
                .hasToString("a key in the request's Authorization header");
    }

    private Project authenticate(HttpRequest request, String projectId) {
        return authenticator
                .authenticate(
                        request,
                        projectId,
                        Permission.toView(Scope.INSIGHT_READ, AccessResource.INSIGHT))
                .project();
    }

    private ErrorBody refusal(HttpRequest request, String projectId) {
        return ErrorBody.of(
                catchThrowableOfType(ApiException.class, () -> authenticate(request, projectId)));
    }

    private static ApiKey key(
            List<String> scopes, List<Long> projects, List<String> organizations, boolean active) {
        return new ApiKey("id", "label", scopes, projects, organizations, active);
    }

    private static final class FixedAdmissions implements Admissions {
        @Override
        public Admission find(KeyHash key, long projectId, Instant now) {
            String organization = projectId == 1 ? "acme" : "umbrella";
            return new Admission(
                    find(key).key().orElse(null),
                    projectId == 1 || projectId == 2 ? project(projectId, organization) : null);
        }

        @Override
        public Admission find(KeyHash key) {
            return new Admission(
                    KEYS.entrySet().stream()
                            .filter(entry -> KeyHash.of(entry.getKey()).equals(key))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null),
                    null);
        }

        @Override
        public List<RuledProject> projects() {
            return List.of(
                    new RuledProject(project(1, "acme"), AccessRules.none()),
                    new RuledProject(project(2, "umbrella"), AccessRules.none()));
        }

        private static Project project(long id, String organization) {
            return new Project(
                    id,
                    "project " + id,
                    organization,
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
}
