package dev.trendlake.local.command;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes a project. */
@Command(
        name = "create",
        description = "Makes a project on the running stack, or changes one.",
        mixinStandardHelpOptions = true)
final class ProjectCreateCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description = "The number in the API's paths, at least 1.")
    private long id;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "What it is called.")
    private String name = "";

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description =
                    "The time zone of its days, for example Europe/Berlin (default:"
                            + " ${DEFAULT-VALUE}).")
    private String timezone = "";

    @Option(
            names = "--week-start",
            paramLabel = "DAY",
            defaultValue = "sunday",
            description =
                    "The first day of its weeks: monday or sunday (default:"
                            + " ${DEFAULT-VALUE}).")
    private String weekStart = "";

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            description = "Whose it is, for keys that are bound to an organization.")
    private String organization = "";

    @Option(
            names = "--group-type",
            paramLabel = "NAME",
            arity = "1",
            description =
                    "A type of its groups, for example company; given again for each type, in the"
                            + " order of $group_0 to $group_4.")
    private List<String> groupTypes = List.of();

    @Option(
            names = "--replace",
            description =
                    "Changes the project with this id: name, time zone and week become what is"
                            + " given here, or the default; group types only when given. Its events"
                            + " stay.")
    private boolean replace;

    ProjectCreateCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        Project wanted = wanted();
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            DynamoDbProjects projects = new DynamoDbProjects(client, stack.projectsTable());
            Optional<Project> present = projects.find(id);
            if (present.isPresent() && !replace) {
                throw new CommandFailed(
                        "project %d is there already, '%s'; change it with --replace"
                                .formatted(id, present.get().name()));
            }
            projects.save(present.map(project -> changed(project, wanted)).orElse(wanted));
        }
        spec.commandLine()
                .getOut()
                .println(
                        "project %d '%s': days begin in %s, weeks on %s"
                                .formatted(id, name, timezone, weekStart.toLowerCase(Locale.ROOT)));
        return 0;
    }

    private Project wanted() {
        if (id < 1) {
            throw wrong("--id is " + id + "; a project's id is at least 1");
        }
        if (name.isBlank()) {
            throw wrong("--name is empty");
        }
        if (groupTypes.size() > 5) {
            throw wrong(
                    "--group-type is given %d times; a project has at most 5 types"
                            .formatted(groupTypes.size()));
        }
        return new Project(
                id,
                name,
                organization,
                zone(),
                firstDayOfWeek(),
                "[]",
                groupTypes,
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none(),
                SecretKey.nextToken(new SecureRandom()));
    }

    private static Project changed(Project present, Project wanted) {
        return new Project(
                present.id(),
                wanted.name(),
                wanted.organization().isEmpty() ? present.organization() : wanted.organization(),
                wanted.zone(),
                wanted.weekStart(),
                present.testAccountFilters(),
                wanted.groupTypes().isEmpty() ? present.groupTypes() : wanted.groupTypes(),
                present.earliestEvent(),
                present.lakeVersion(),
                present.sideTables(),
                present.propertyDefinitions(),
                present.token().isEmpty() ? wanted.token() : present.token(),
                present.layout());
    }

    private ZoneId zone() {
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw wrong(
                    "--timezone '%s' is no time zone; give one like Europe/Berlin"
                            .formatted(timezone));
        }
        return ZoneId.of(timezone);
    }

    private DayOfWeek firstDayOfWeek() {
        return switch (weekStart.toLowerCase(Locale.ROOT)) {
            case "monday" -> DayOfWeek.MONDAY;
            case "sunday" -> DayOfWeek.SUNDAY;
            default ->
                    throw wrong("--week-start '%s' is not monday or sunday".formatted(weekStart));
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
