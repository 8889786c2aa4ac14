package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.RateLimits;
import dev.trendlake.aws.athena.AthenaClients;
import dev.trendlake.aws.athena.AthenaQueryEngine;
import dev.trendlake.aws.dynamodb.DynamoDbAccessRules;
import dev.trendlake.aws.dynamodb.DynamoDbAdmissions;
import dev.trendlake.aws.dynamodb.DynamoDbAskedQuestions;
import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbForesight;
import dev.trendlake.aws.dynamodb.DynamoDbMemberVersions;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionVersions;
import dev.trendlake.aws.dynamodb.DynamoDbPieces;
import dev.trendlake.aws.dynamodb.DynamoDbProjectSettings;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbQueryRecords;
import dev.trendlake.aws.dynamodb.DynamoDbResults;
import dev.trendlake.aws.dynamodb.DynamoDbSavedDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbTaxonomy;
import dev.trendlake.aws.dynamodb.DynamoDbUsageCounts;
import dev.trendlake.aws.dynamodb.DynamoDbUsers;
import dev.trendlake.aws.dynamodb.ReadAhead;
import dev.trendlake.aws.s3.S3LargeResults;
import dev.trendlake.aws.s3.S3MemberFiles;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.cache.LargeResults;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.lake.MemberFiles;
import dev.trendlake.lake.MemberVersions;
import dev.trendlake.lake.PeopleFinder;
import dev.trendlake.lake.StaticCohorts;
import dev.trendlake.merge.Merger;
import dev.trendlake.plan.PeoplePlanner;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.request.ProjectChangeReader;
import dev.trendlake.request.PropertyChangeReader;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trends.TrendService;
import dev.trendlake.trends.Trends;
import dev.trendlake.warm.Warmer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.crac.Core;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
    private final ReadAhead ahead = new ReadAhead();
    // An answer that is kept needs neither: a process that starts with one does without them.
    private final Late<S3Client> s3 = new Late<>(() -> S3Client.builder().httpClient(http).build());
    private final Late<QueryEngine> athena =
            new Late<>(() ->
                    new AthenaQueryEngine(
                            AthenaClients.builder().build(),
                            settings.workGroup(),
                            settings.database()));
    private final QueryEngine engine = new LateEngine(athena);

    /** A doorway to every route, warmed before a snapshot is taken of its function. */
    static Doorway doorway(String function) {
        return doorway(function, routes -> routes);
    }

    /** A doorway to every route and more. */
    static Doorway doorway(String function, UnaryOperator<Responder> more) {
        JsonLogFormatter.install();
        Wiring wiring = new Wiring();
        Doorway doorway =
                new Doorway(
                        function,
                        more.apply(new AheadResponder(wiring.routes(), wiring.ahead)),
                        wiring.clock,
                        System.out,
                        Deployment.of(System.getenv()),
                        wiring::warm);
        // The context holds it weakly; the function itself keeps it.
        Core.getGlobalContext().register(doorway);
        return doorway;
    }

    /** What keeps answers ready. */
    static WarmRuns warmRuns() {
        JsonLogFormatter.install();
        Wiring wiring = new Wiring();
        return new WarmRuns(
                wiring.warmer(),
                wiring.settings.warmExecutions(),
                wiring.settings.warmBytes(),
                Deployment.of(System.getenv()),
                wiring.clock,
                System.out);
    }

    private Warmer warmer() {
        DynamoDbClient dynamoDb = dynamoDb();
        return new Warmer(
                new DynamoDbProjects(dynamoDb, settings.projectsTable()),
                DynamoDbSavedDefinitions.insights(dynamoDb, settings.projectsTable()),
                new DynamoDbAskedQuestions(dynamoDb, settings.resultsTable()),
                project -> new DynamoDbDefinitions(dynamoDb, settings.projectsTable(), project),
                trends(dynamoDb),
                clock);
    }

    private DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder().httpClient(http).overrideConfiguration(quick()).build();
    }

    // Before a snapshot is taken everything is made that anybody may need.
    private void warm(Doorway doorway, PrintStream log) {
        s3.get();
        athena.get();
        Priming.run(doorway, log);
    }

    private Responder routes() {
        DynamoDbClient dynamoDb = dynamoDb();
        RateLimits limits =
                new RateLimits(
                        settings.requestsPerMinute(),
                        settings.requestsPerHour(),
                        new DynamoDbUsageCounts(dynamoDb, settings.resultsTable()));
        Authenticator authenticator =
                new Authenticator(
                        new DynamoDbAdmissions(
                                dynamoDb,
                                settings.admissionTables(),
                                limits.areOn(),
                                clock,
                                ahead));
        DefinitionsOfProject definitions =
                project -> new DynamoDbDefinitions(dynamoDb, settings.projectsTable(), project);
        TrendService trends = trends(dynamoDb);
        Askings askings =
                new Askings(
                        trends,
                        new DynamoDbAskedQuestions(dynamoDb, settings.resultsTable()),
                        System::nanoTime);
        BackgroundQueries background =
                new BackgroundQueries(
                        new DynamoDbQueryRecords(dynamoDb, settings.resultsTable()), trends);
        SavedDefinitions<SavedInsight> insights =
                DynamoDbSavedDefinitions.insights(dynamoDb, settings.projectsTable());
        SavedDefinitions<SavedAction> actions =
                DynamoDbSavedDefinitions.actions(dynamoDb, settings.projectsTable());
        RefreshReader refreshes = new RefreshReader();
        return new RouteResponder(
                new TrendResponder(
                        authenticator,
                        limits,
                        new TrendFilterReader(),
                        refreshes,
                        definitions,
                        askings,
                        settings.siteUrl()),
                new QueryResponder(authenticator, limits, definitions, askings, background),
                new QueryStatusResponder(authenticator, limits, definitions, trends, background),
                new ProjectResponder(
                        authenticator,
                        new ProjectChangeReader(definitions),
                        new DynamoDbProjectSettings(dynamoDb, settings.projectsTable())),
                new UserResponder(authenticator),
                new ActionResponder(authenticator, actions, trial(definitions)),
                new CohortResponder(
                        authenticator,
                        DynamoDbSavedDefinitions.cohorts(dynamoDb, settings.projectsTable()),
                        insights,
                        cohortPeople(dynamoDb),
                        trial(definitions)),
                new DefinitionResponder(
                        authenticator,
                        project ->
                                new DynamoDbTaxonomy(dynamoDb, settings.projectsTable(), project),
                        new PropertyChangeReader()),
                new InsightResponder(
                        authenticator,
                        limits,
                        insights,
                        definitions,
                        new InsightResults(definitions, askings, background)),
                new AccessResponder(
                        authenticator,
                        new AccessTargets(insights, actions),
                        new DynamoDbAccessRules(dynamoDb, settings.projectsTable()),
                        new DynamoDbUsers(dynamoDb, settings.projectsTable())),
                new SchemaResponder());
    }

    private DefinitionTrial trial(DefinitionsOfProject definitions) {
        return new DefinitionTrial(
                new TrendFilterReader(), new TrendPlanner(settings.lakeTables()), definitions);
    }

    private CohortPeople cohortPeople(DynamoDbClient dynamoDb) {
        MemberFiles files = new S3MemberFiles(s3, settings.dataBucket());
        MemberVersions versions = new DynamoDbMemberVersions(dynamoDb, settings.projectsTable());
        return new CohortPeople(
                new PeopleFinder(new PeoplePlanner(settings.lakeTables()), engine, files, versions),
                new StaticCohorts(
                        files,
                        versions,
                        new DynamoDbPartitionChanges(dynamoDb, settings.partitionsTable()),
                        clock));
    }

    private TrendService trends(DynamoDbClient dynamoDb) {
        LargeResults large = new S3LargeResults(s3, settings.dataBucket());
        return new Trends(
                new Merger(
                        new TrendPlanner(settings.lakeTables()),
                        new DynamoDbPieces(dynamoDb, settings.resultsTable(), large)),
                engine,
                new DynamoDbResults(dynamoDb, settings.resultsTable(), large, ahead),
                new DynamoDbForesight(
                        dynamoDb, settings.resultsTable(), settings.partitionsTable(), ahead),
                news(dynamoDb),
                settings.givesOldOnFailure());
    }

    private LakeNews news(DynamoDbClient dynamoDb) {
        return settings.lakeNotifications()
                ? new LakeNews.Counted(
                        new DynamoDbPartitionVersions(dynamoDb, settings.partitionsTable(), ahead))
                : new LakeNews.None();
    }

    // A key and a project are found in milliseconds or not at all.
    private static ClientOverrideConfiguration quick() {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(CALL)
                .apiCallAttemptTimeout(ATTEMPT)
                .build();
    }
}
