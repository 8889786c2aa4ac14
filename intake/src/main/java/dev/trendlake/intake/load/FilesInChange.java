package dev.trendlake.intake.load;

import java.time.LocalDate;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Files of a project's events that no statement reads, while days are written anew.
 *
 * @param coming {@code DAY/NAME} of those that don't count yet
 * @param going {@code DAY/NAME} of those that don't count any more
 */
public record FilesInChange(Set<String> coming, Set<String> going) {
    /** All files count. */
    public static final FilesInChange NONE = new FilesInChange(Set.of(), Set.of());

    /** Copies the sets. */
    public FilesInChange {
        coming = Set.copyOf(coming);
        going = Set.copyOf(going);
    }

    boolean isComing(LocalDate day, S3Object file) {
        return coming.contains(day + "/" + EventLake.nameOf(file));
    }

    boolean isGoing(LocalDate day, String name) {
        return going.contains(day + "/" + name);
    }
}
