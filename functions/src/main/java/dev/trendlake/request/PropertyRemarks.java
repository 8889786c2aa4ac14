package dev.trendlake.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.PropertyDefinition;

/**
 * What people say of a property: {@code description}, {@code tags}, {@code verified} with {@code
 * verified_at} and {@code verified_by}, {@code hidden}, {@code updated_at} and {@code updated_by}.
 *
 * @param members what somebody has said
 */
public record PropertyRemarks(ObjectNode members) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The remarks on a property. */
    public static PropertyRemarks of(PropertyDefinition property) {
        try {
            return new PropertyRemarks(MAPPER.readValue(property.remarks(), ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the remarks on a property are no JSON object", e);
        }
    }

    /** Whether it is hidden from lists. */
    public boolean isHidden() {
        return members.path("hidden").asBoolean();
    }

    /** Whether somebody has verified it. */
    public boolean isVerified() {
        return members.path("verified").asBoolean();
    }
}
