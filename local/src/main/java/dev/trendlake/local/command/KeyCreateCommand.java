package dev.trendlake.local.command;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Membership;
import dev.trendlake.access.User;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbUsers;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes an API key and prints it, once. */
@Command(
        name = "create",
        description = "Makes an API key and prints it, once: only its hash is kept.",
        mixinStandardHelpOptions = true)
final class KeyCreateCommand implements Callable<Integer> {
    private static final Pattern SCOPE = Pattern.compile("\\*|[a-z_]+:(read|write)");
    private static final int LONGEST_LABEL = 40;

    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "A project that it opens. Repeatable.")
    private List<Long> projects = new ArrayList<>();

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            description = "An organization whose projects it opens. Repeatable.")
    private List<String> organizations = new ArrayList<>();

    @Option(names = "--all-projects", description = "It opens every project that there is.")
    private boolean allProjects;

    @Option(
            names = "--user",
            paramLabel = "EMAIL",
            description =
                    "Whose it is: rules of access are made for users. Without it the key stands"
                            + " for a user of its own.")
    private String email = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "member",
            description =
                    "What the user is in the organization: member, admin or owner. Admins and"
                            + " owners may do everything that the key's scopes allow (default:"
                            + " ${DEFAULT-VALUE}).")
    private String role = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            required = true,
            description = "What it may do: insight:read, or * for everything. Repeatable.")
    private List<String> scopes = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "made on the command line",
            description = "What it is called, at most 40 characters (default: ${DEFAULT-VALUE}).")
    private String label = "";

    KeyCreateCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        check();
        RunningStack stack = checkout.running();
        String key = SecretKey.next(new SecureRandom());
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            requireProjects(new DynamoDbProjects(client, stack.projectsTable()));
            ApiKey record =
                    new ApiKey(
                            UUID.randomUUID().toString(),
                            label,
                            scopes,
                            projects,
                            organizations,
                            true);
            new DynamoDbApiKeys(client, stack.apiKeysTable())
                    .save(
                            KeyHash.of(key),
                            record.of(
                                    user(record, new DynamoDbUsers(client, stack.projectsTable()))),
                            KeyDetails.maskOf(key),
                            Instant.now());
        }
        spec.commandLine().getOut().println(key);
        return 0;
    }

    private User user(ApiKey key, DynamoDbUsers users) {
        Membership membership = membership();
        String uuid = email.isEmpty() ? key.user().uuid() : User.uuidOf(email);
        long id = users.find(uuid).map(User::id).orElseGet(users::nextId);
        User user = new User(id, uuid, email, email.isEmpty() ? label : email, membership);
        users.save(user);
        return user;
    }

    private Membership membership() {
        return Membership.named(role)
                .orElseThrow(
                        () -> wrong("--role '%s' is not member, admin or owner".formatted(role)));
    }

    private void check() {
        membership();
        long ways =
                Stream.of(!projects.isEmpty(), !organizations.isEmpty(), allProjects)
                        .filter(isGiven -> isGiven)
                        .count();
        if (ways != 1) {
            throw wrong("give one of --project, --organization and --all-projects");
        }
        if (!email.isEmpty() && !email.contains("@")) {
            throw wrong("--user '%s' is no address of mail".formatted(email));
        }
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw wrong("--scope '%s' is not like insight:read, nor *".formatted(scope));
            }
        }
        if (label.length() > LONGEST_LABEL) {
            throw wrong(
                    "--label has %d characters; %d are allowed"
                            .formatted(label.length(), LONGEST_LABEL));
        }
    }

    private void requireProjects(DynamoDbProjects present) {
        for (long project : projects) {
            if (present.find(project).isEmpty()) {
                throw new CommandFailed(
                        "there is no project %d; make it with: ./trendlake project create --id %d --name NAME"
                                .formatted(project, project));
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
