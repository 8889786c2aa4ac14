package dev.trendlake.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Who a key belongs to. In rules of access a user is a member of the organization, and goes by the
 * same UUID.
 *
 * @param id PostHog's number of the user; 0 for a key that was made for nobody in particular
 * @param uuid the user's UUID
 * @param email the address; empty for a key that was made for nobody in particular
 * @param firstName the name that is shown
 * @param membership what the user is in the organization
 */
public record User(long id, String uuid, String email, String firstName, Membership membership) {
    /** Checks the UUID. */
    public User {
        if (uuid.isEmpty()) {
            throw new IllegalArgumentException("a user without a UUID");
        }
    }

    /** The user that a key stands for which was made for nobody in particular. */
    public static User ofKey(String keyId, String label) {
        String uuid = UUID.nameUUIDFromBytes(keyId.getBytes(StandardCharsets.UTF_8)).toString();
        return new User(0, uuid, "", label, Membership.MEMBER);
    }

    /** The UUID of the user with an address, whatever its case. */
    public static String uuidOf(String email) {
        return UUID.nameUUIDFromBytes(
                        email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
