package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.RateLimits;
import dev.trendlake.aws.athena.AthenaClients;
import dev.trendlake.aws.athena.AthenaQueryEngine;
import dev.trendlake.aws.dynamodb.DynamoDbAdmissions;
import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbProjectSettings;
import dev.trendlake.aws.dynamodb.DynamoDbResults;
import dev.trendlake.aws.dynamodb.DynamoDbUsageCounts;
import dev.trendlake.aws.s3.S3LargeResults;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.request.ProjectChangeReader;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trends.TrendService;
import dev.trendlake.trends.Trends;
import java.time.Duration;
import java.time.InstantSource;
import org.crac.Core;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts the functions together as they run in production: the only place that knows the environment
 * and the clock.
 */
final class Wiring {
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private final Settings settings = Settings.of(System.getenv());
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final InstantSource clock = InstantSource.system();

    /** A doorway to every route, warmed before a snapshot is taken of its function. */
    static Doorway doorway(String function) {
        JsonLogFormatter.install();
        Wiring wiring = new Wiring();
        Doorway doorway = new Doorway(function, wiring.routes(), wiring.clock, System.out);
        // The context holds it weakly; the function itself keeps it.
        Core.getGlobalContext().register(doorway);
        return doorway;
    }

    private Responder routes() {
        DynamoDbClient dynamoDb =
                DynamoDbClient.builder().httpClient(http).overrideConfiguration(quick()).build();
        RateLimits limits =
                new RateLimits(
                        settings.requestsPerMinute(),
                        settings.requestsPerHour(),
                        new DynamoDbUsageCounts(dynamoDb, settings.resultsTable()));
        Authenticator authenticator =
                new Authenticator(
                        new DynamoDbAdmissions(
                                dynamoDb, settings.admissionTables(), limits.areOn(), clock));
        DefinitionsOfProject definitions =
                project -> new DynamoDbDefinitions(dynamoDb, settings.projectsTable(), project);
        TrendService trends = trends(results(dynamoDb));
        RefreshReader refreshes = new RefreshReader();
        return new RouteResponder(
                new TrendResponder(
                        authenticator,
                        new TrendFilterReader(),
                        refreshes,
                        definitions,
                        trends,
                        settings.siteUrl()),
                new QueryResponder(
                        authenticator, new TrendsQueryReader(), refreshes, definitions, trends),
                new QueryStatusResponder(),
                new ProjectResponder(
                        authenticator,
                        new ProjectChangeReader(definitions),
                        new DynamoDbProjectSettings(dynamoDb, settings.projectsTable())),
                new UserResponder(authenticator),
                new ActionResponder(),
                new CohortResponder(),
                new DefinitionResponder(),
                new InsightResponder(),
                new AccessResponder(),
                new SchemaResponder());
    }

    private ResultCache results(DynamoDbClient dynamoDb) {
        S3Client s3 = S3Client.builder().httpClient(http).build();
        return new DynamoDbResults(
                dynamoDb, settings.resultsTable(), new S3LargeResults(s3, settings.dataBucket()));
    }

    private TrendService trends(ResultCache cache) {
        AthenaClient athena = AthenaClients.builder().build();
        return new Trends(
                new TrendPlanner(settings.lakeTables()),
                new AthenaQueryEngine(athena, settings.workGroup(), settings.database()),
                cache);
    }

    // A key and a project are found in milliseconds or not at all.
    private static ClientOverrideConfiguration quick() {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(CALL)
                .apiCallAttemptTimeout(ATTEMPT)
                .build();
    }
}
