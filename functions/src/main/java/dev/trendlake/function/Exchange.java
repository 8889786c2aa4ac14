package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.MethodNotAllowed;
import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.Negotiation;
import dev.trendlake.trends.Stage;
import java.util.List;

/**
 * A request that is being answered.
 *
 * @param request what was asked
 * @param invocation the call of the function that it came in
 * @param log is told what becomes known on the way
 */
record Exchange(HttpRequest request, Invocation invocation, RequestLog log) {
    /**
     * Makes sure that a path has the method, and that JSON is a form that the caller takes.
     *
     * @param route the route's name, for the log
     * @param methods those that the path has
     */
    void require(String route, String... methods) {
        requireMethod(route, methods);
        switch (Negotiation.formatFor(request, "")) {
            case JSON -> {}
            case CSV -> throw noCsv();
        }
    }

    /** Makes sure that a path has the method. */
    void requireMethod(String route, String... methods) {
        log.route(route);
        if (!List.of(methods).contains(request.method())) {
            throw new MethodNotAllowed(request.method(), String.join(", ", methods));
        }
    }

    /** Lets the request in, and tells the log about which project it is. */
    Caller admitted(Authenticator authenticator, String projectId, Permission permission) {
        Caller caller = authenticator.authenticate(request, projectId, permission);
        log.project(caller.project());
        log.done(Stage.ADMIT);
        return caller;
    }

    // There is no such form of the answer: asked for by its name, or as all that is accepted.
    private ApiException noCsv() {
        return request.query().path("format").asText("").isEmpty()
                ? new NotAcceptable()
                : new NotFound("Not found.");
    }
}
