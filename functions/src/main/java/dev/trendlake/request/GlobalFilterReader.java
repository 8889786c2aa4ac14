package dev.trendlake.request;

import dev.trendlake.error.QueryFailed;
import dev.trendlake.project.Project;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.trend.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the filters that hold for every series: {@code properties}, with those of {@code
 * filter_test_accounts} and {@code aggregation_group_type_index} folded in (spec: trends, 1.1).
 */
final class GlobalFilterReader {
    private final FilterTreeReader trees;
    private final Project project;

    GlobalFilterReader(FilterTreeReader trees, Project project) {
        this.trees = trees;
        this.project = project;
    }

    /** One group of groups; empty when nothing is filtered. */
    Branch read(Fields fields) {
        Field groups = fields.field("aggregation_group_type_index");
        return read(fields, groups.isBlank() ? Branch.allOf(List.of()) : areSet(groups));
    }

    /** The same of a {@code TrendsQuery}, where the number of a group type filters nothing. */
    Branch readWithoutGroups(Fields fields) {
        return read(fields, Branch.allOf(List.of()));
    }

    private Branch read(Fields fields, Branch groups) {
        Branch own = trees.read(fields.field("properties"));
        List<Branch> added = new ArrayList<>();
        if (filtersTestAccounts(fields.field("filter_test_accounts"))) {
            added.add(testAccounts());
        }
        added.add(groups);
        added.removeIf(Branch::isEmpty);
        if (added.isEmpty()) {
            return own.isEmpty() ? own : own.nested();
        }
        if (!own.isEmpty()) {
            added.addFirst(own);
        }
        return Branch.allOf(added);
    }

    private static Branch areSet(Field groups) {
        return Branch.allOf(List.of(GroupIndex.isSet(GroupIndex.read(groups), groups.address())));
    }

    // Anything but true is false here (1.1), other than for the rest of the truth values.
    private static boolean filtersTestAccounts(Field field) {
        return field.value().asText("").equals("true");
    }

    private Branch testAccounts() {
        Address address = new Address("filter_test_accounts");
        return RequestJson.parse(project.testAccountFilters())
                .map(filters -> trees.read(new Field(filters, address)))
                .orElseThrow(() -> new QueryFailed("the test account filters are not JSON"));
    }
}
