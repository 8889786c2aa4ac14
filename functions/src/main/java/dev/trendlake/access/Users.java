package dev.trendlake.access;

import java.util.List;
import java.util.Optional;

/** Finds users. */
public interface Users {
    /** The user with a UUID; empty when there is none. */
    Optional<User> find(String uuid);

    /** All users. */
    List<User> all();
}
