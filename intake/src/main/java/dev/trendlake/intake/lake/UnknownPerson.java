package dev.trendlake.intake.lake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The person behind a distinct id of whom nothing else is known. */
public final class UnknownPerson {
    private UnknownPerson() {}

    /** The person's id: the same distinct id is the same person everywhere. */
    public static String idOf(String distinctId) {
        byte[] name = ("distinct_id:" + distinctId).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
