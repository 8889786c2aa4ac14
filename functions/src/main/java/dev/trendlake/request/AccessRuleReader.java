package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.util.List;
import java.util.Optional;

/** Reads the body that makes a rule of access, changes it or removes it (spec: HTTP, 6). */
public final class AccessRuleReader {
    private AccessRuleReader() {}

    /**
     * The kind of thing that a rule of all of its kind is for.
     *
     * @param kinds those that there are
     */
    public static String resource(ObjectNode body, List<String> kinds) {
        BodyField field = BodyField.of(body, "resource");
        if (field.isMissing()) {
            throw field.refused("required", "This field is required.");
        }
        String word = field.isAbsent() ? "" : field.textOrBlank(Integer.MAX_VALUE);
        if (!kinds.contains(word)) {
            throw new InvalidRequest(
                    "resource", "Invalid resource. Must be one of: " + String.join(", ", kinds));
        }
        return word;
    }

    /**
     * The level that the body asks for; empty when it asks for the rule to be removed.
     *
     * @param levels those that there are, from the lowest to the highest
     */
    public static Optional<String> level(ObjectNode body, List<String> levels) {
        BodyField field = BodyField.of(body, "access_level");
        if (field.isMissing()) {
            throw field.refused("required", "This field is required.");
        }
        if (field.isAbsent()) {
            return Optional.empty();
        }
        String word = field.textOrBlank(Integer.MAX_VALUE);
        if (!levels.contains(word)) {
            throw new InvalidRequest(
                    "access_level",
                    "Invalid access level. Must be one of: " + String.join(", ", levels));
        }
        return Optional.of(word);
    }

    /** The UUID of the member whom the rule is for; empty for everyone. */
    public static String member(ObjectNode body) {
        BodyField member = BodyField.of(body, "organization_member");
        BodyField role = BodyField.of(body, "role");
        if (!member.isAbsent() && !role.isAbsent()) {
            throw new InvalidRequest(
                    "", "You can not scope an access control to both a member and a role.");
        }
        if (!role.isAbsent()) {
            throw role.refused(
                    "does_not_exist",
                    "Invalid pk \"%s\" - object does not exist; there are no roles here."
                            .formatted(QueryShape.shortened(role.textAsItIs())));
        }
        return member.isAbsent() ? "" : member.textAsItIs();
    }

    /** The error for a member whom nobody knows. */
    public static InvalidRequest unknownMember(String uuid) {
        return new InvalidRequest(
                "organization_member",
                "does_not_exist",
                "Invalid pk \"%s\" - object does not exist.".formatted(QueryShape.shortened(uuid)));
    }
}
