package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.RateLimits;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.Definitions;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trends.TrendService;
import dev.trendlake.warm.AskedQuestions;
import java.util.Optional;

/** The route of trends, and no other, over a service of a test's. */
final class OnlyTrends implements Responder {
    private final TrendResponder trends;

    OnlyTrends(TrendService service) {
        this.trends =
                new TrendResponder(
                        new Authenticator(new SampleAdmissions()),
                        new RateLimits(0, 0, (_, _, _) -> Optional.empty()),
                        new TrendFilterReader(),
                        new RefreshReader(),
                        _ -> Definitions.none(),
                        new Askings(service, AskedQuestions.none(), System::nanoTime),
                        "https://site.example");
    }

    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        if (Route.of(request.path()) instanceof Route.Trend route) {
            return trends.respond(route, new Exchange(request, invocation, log));
        }
        throw new NotFound("Not found.");
    }
}
