package dev.trendlake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.MethodNotAllowed;
import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotAuthenticated;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.PermissionDenied;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.error.UnsupportedMediaType;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations from spec: HTTP, 1 and 2. */
class ErrorBodyTest {
    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        new InvalidRequest("events__0__math", "no such math"),
                        400,
                        """
                        {"type":"validation_error","code":"invalid_input",\
                        "detail":"no such math","attr":"events__0__math"}\
                        """),
                Arguments.of(
                        new InvalidRequest("", "nothing asked"),
                        400,
                        """
                        {"type":"validation_error","code":"invalid_input",\
                        "detail":"nothing asked","attr":null}\
                        """),
                Arguments.of(
                        new MalformedRequest(
                                "JSON parse error - Expecting value: line 1 column 1 (char 0)"),
                        400,
                        """
                        {"type":"invalid_request","code":"parse_error",\
                        "detail":"JSON parse error - Expecting value: line 1 column 1 (char 0)",\
                        "attr":null}\
                        """),
                Arguments.of(
                        NotAuthenticated.withoutKey(),
                        401,
                        """
                        {"type":"authentication_error","code":"not_authenticated",\
                        "detail":"Authentication credentials were not provided.","attr":null}\
                        """),
                Arguments.of(
                        NotAuthenticated.withInvalidKey("Authorization header"),
                        401,
                        """
                        {"type":"authentication_error","code":"authentication_failed",\
                        "detail":"Personal API key found in request Authorization header is\
                         invalid.","attr":null}\
                        """),
                Arguments.of(
                        new PermissionDenied("API key missing required scope 'insight:read'"),
                        403,
                        """
                        {"type":"authentication_error","code":"permission_denied",\
                        "detail":"API key missing required scope 'insight:read'","attr":null}\
                        """),
                Arguments.of(
                        new NotFound("Not found."),
                        404,
                        """
                        {"type":"invalid_request","code":"not_found",\
                        "detail":"Not found.","attr":null}\
                        """),
                Arguments.of(
                        new MethodNotAllowed("PUT", "GET, POST"),
                        405,
                        """
                        {"type":"invalid_request","code":"method_not_allowed",\
                        "detail":"Method \\"PUT\\" not allowed.","attr":null}\
                        """),
                Arguments.of(
                        new NotAcceptable(),
                        406,
                        """
                        {"type":"invalid_request","code":"not_acceptable",\
                        "detail":"Could not satisfy the request Accept header.","attr":null}\
                        """),
                Arguments.of(
                        new UnsupportedMediaType("Unsupported media type \"text/xml\" in request."),
                        415,
                        """
                        {"type":"invalid_request","code":"unsupported_media_type",\
                        "detail":"Unsupported media type \\"text/xml\\" in request.",\
                        "attr":null}\
                        """),
                Arguments.of(
                        new QueryUnavailable("Ask again.", Duration.ofSeconds(3)),
                        503,
                        """
                        {"type":"server_error","code":"service_unavailable",\
                        "detail":"Ask again.","attr":null}\
                        """),
                Arguments.of(
                        new QueryFailed("SELECT what nobody should see"),
                        500,
                        """
                        {"type":"server_error","code":"error",\
                        "detail":"A server error occurred.","attr":null}\
                        """));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhatPostHogSays(ApiException error, int status, String body) {
        HttpResponse response = ErrorBody.responseTo(error);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers())
                .containsEntry("content-type", "application/json; charset=utf-8");
    }

    @Test
    void namesTheSchemeToThoseWithoutAKey() {
        assertThat(ErrorBody.responseTo(NotAuthenticated.withoutKey()).headers())
                .containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void namesTheMethodsOfThePath() {
        assertThat(ErrorBody.responseTo(new MethodNotAllowed("PUT", "GET, POST")).headers())
                .containsEntry("allow", "GET, POST");
    }

    @Test
    void saysInWholeSecondsWhenToAskAgain() {
        QueryUnavailable soon = new QueryUnavailable("Ask again.", Duration.ofMillis(10));

        assertThat(ErrorBody.responseTo(soon).headers()).containsEntry("retry-after", "1");
    }
}
