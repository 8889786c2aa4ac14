package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.GroupType;

/** Reads the numbers of group types. */
final class GroupIndex {
    private GroupIndex() {}

    /** The number of a group type, 0 to 4. */
    static int read(Field field) {
        int index = field.wholeNumber();
        if (!GroupType.exists(index)) {
            throw field.refused(index + " is not the number of a group type; use 0 to 4");
        }
        return index;
    }

    /** The filter {@code $group_N is_not ""}, as counts of groups come with it (1.1, 1.2). */
    static FilterTree.Leaf isSet(int index, Address address) {
        ObjectNode property =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("key", "$group_" + index)
                        .put("operator", "is_not")
                        .put("value", "")
                        .put("type", "event");
        return new FilterTree.Leaf(property, address);
    }
}
