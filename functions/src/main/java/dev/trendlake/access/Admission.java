package dev.trendlake.access;

import dev.trendlake.project.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found of the key and the project of a request, in one look. */
public final class Admission {
    private final @Nullable ApiKey key;
    private final @Nullable Project project;

    /** Takes what was found, null where nothing was. */
    public Admission(@Nullable ApiKey key, @Nullable Project project) {
        this.key = key;
        this.project = project;
    }

    /** The key, when it is known. */
    public Optional<ApiKey> key() {
        return Optional.ofNullable(key);
    }

    /** The project, when it exists. */
    public Optional<Project> project() {
        return Optional.ofNullable(project);
    }
}
