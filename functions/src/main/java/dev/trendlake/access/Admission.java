package dev.trendlake.access;

import dev.trendlake.project.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found of the key and the project of a request, in one look. */
public final class Admission {
    private final @Nullable ApiKey key;
    private final KeyDetails details;
    private final @Nullable RuledProject project;
    private final Usage usage;

    /** Takes what was found, null where nothing was. */
    public Admission(
            @Nullable ApiKey key, KeyDetails details, @Nullable RuledProject project, Usage usage) {
        this.key = key;
        this.details = details;
        this.project = project;
        this.usage = usage;
    }

    /** Takes a key and a project without rules, null where there is none. */
    public Admission(@Nullable ApiKey key, @Nullable Project project) {
        this(
                key,
                KeyDetails.unknown(),
                project == null ? null : new RuledProject(project, AccessRules.none()),
                Usage.none());
    }

    /** The key, when it is known. */
    public Optional<ApiKey> key() {
        return Optional.ofNullable(key);
    }

    /** What is shown of the key. */
    public KeyDetails details() {
        return details;
    }

    /** The project, when it exists. */
    public Optional<RuledProject> project() {
        return Optional.ofNullable(project);
    }

    /** What the key has asked for of late. */
    public Usage usage() {
        return usage;
    }
}
