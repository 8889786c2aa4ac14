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
    Branch read(RequestParameters parameters) {
        Branch own = trees.read(parameters.field("properties"));
        List<Branch> added = new ArrayList<>();
        if (filtersTestAccounts(parameters.field("filter_test_accounts"))) {
            added.add(testAccounts());
        }
        Field groups = parameters.field("aggregation_group_type_index");
        if (!groups.isBlank()) {
            added.add(
                    Branch.allOf(
                            List.of(GroupIndex.isSet(GroupIndex.read(groups), groups.address()))));
        }
        added.removeIf(Branch::isEmpty);
        if (added.isEmpty()) {
            return own.isEmpty() ? own : own.nested();
        }
        if (!own.isEmpty()) {
            added.addFirst(own);
        }
        return Branch.allOf(added);
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
