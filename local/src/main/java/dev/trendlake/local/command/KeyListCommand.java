package dev.trendlake.local.command;

import dev.trendlake.access.ApiKey;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.KeptKey;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists API keys. */
@Command(
        name = "list",
        description = {
            "Lists the keys, the oldest first: id, its first and last four characters,"
                    + " what it opens, scopes, when it was made and last"
                    + " used (to the hour), label.",
            "",
            "The keys themselves are kept nowhere."
        },
        mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "Only keys that open this project.")
    private @Nullable Long project;

    KeyListCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            Predicate<ApiKey> asked = asked(new DynamoDbProjects(client, stack.projectsTable()));
            new DynamoDbApiKeys(client, stack.apiKeysTable())
                    .all().stream()
                            .filter(kept -> asked.test(kept.key()))
                            .sorted(
                                    Comparator.comparing(KeyListCommand::createdAt)
                                            .thenComparing(kept -> kept.key().id()))
                            .map(KeyListCommand::line)
                            .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private Predicate<ApiKey> asked(DynamoDbProjects projects) {
        if (project == null) {
            return _ -> true;
        }
        Project found =
                projects.find(project)
                        .orElseThrow(() -> new CommandFailed("there is no project " + project));
        return key ->
                isAmong(found.id(), key.projects())
                        && isAmong(found.organization(), key.organizations());
    }

    private static <T> boolean isAmong(T one, List<T> bound) {
        return bound.isEmpty() || bound.contains(one);
    }

    private static Instant createdAt(KeptKey kept) {
        return kept.details().createdAt().orElse(Instant.EPOCH);
    }

    private static String line(KeptKey kept) {
        ApiKey key = kept.key();
        return "%s  %s  %s  %s  %s  %s  %s"
                .formatted(
                        key.id(),
                        kept.details().mask().isEmpty() ? "phx_..." : kept.details().mask(),
                        key.active() ? opened(key) : "revoked",
                        String.join(",", key.scopes()),
                        kept.details().createdAt().map(at -> "made " + at).orElse("made once"),
                        kept.details().lastUsedAt().map(at -> "used " + at).orElse("never used"),
                        key.label());
    }

    private static String opened(ApiKey key) {
        List<String> bounds = new ArrayList<>();
        key.projects().forEach(id -> bounds.add("project " + id));
        key.organizations().forEach(name -> bounds.add("projects of '%s'".formatted(name)));
        return bounds.isEmpty() ? "any project" : String.join(", ", bounds);
    }
}
