package dev.trendlake.function;

import dev.trendlake.aws.dynamodb.AdmissionTables;
import dev.trendlake.plan.LakeTables;
import java.util.Map;

/**
 * What the template tells a function through its environment.
 *
 * @param apiKeysTable {@code API_KEYS_TABLE}: the DynamoDB table of keys
 * @param projectsTable {@code PROJECTS_TABLE}: the DynamoDB table of projects
 * @param resultsTable {@code RESULTS_TABLE}: the DynamoDB table of results
 * @param partitionsTable {@code PARTITIONS_TABLE}: the DynamoDB table of partitions
 * @param lakeNotifications {@code LAKE_NOTIFICATIONS}: whether S3 tells of every object of the
 *     lake, {@code true} or {@code false}
 * @param givesOldOnFailure {@code STALE_ON_FAILURE}: whether an older answer is given where a newer
 *     one can't be computed, {@code true} or {@code false}
 * @param dataBucket {@code DATA_BUCKET}: the bucket of the lake
 * @param workGroup {@code ATHENA_WORKGROUP}
 * @param database {@code ATHENA_DATABASE}: the Glue database
 * @param eventsTable {@code EVENTS_TABLE}: the Glue table of events
 * @param personsTable {@code PERSONS_TABLE}: the Glue table of persons
 * @param groupsTable {@code GROUPS_TABLE}: the Glue table of groups
 * @param cohortPeopleTable {@code COHORT_PEOPLE_TABLE}: the Glue table of static cohorts' members
 * @param siteUrl {@code SITE_URL}: the address under which insights are shown, without a slash at
 *     its end
 * @param requestsPerMinute {@code REQUESTS_PER_MINUTE}: how many questions a key may ask in a
 *     minute; 0 for any number
 * @param requestsPerHour {@code REQUESTS_PER_HOUR}: the same for an hour
 * @param warmExecutions {@code WARM_EXECUTIONS}: how many executions a run of the warmer starts
 * @param warmBytes {@code WARM_BYTES}: how many bytes these may read together
 */
record Settings(
        String apiKeysTable,
        String projectsTable,
        String resultsTable,
        String partitionsTable,
        boolean lakeNotifications,
        boolean givesOldOnFailure,
        String dataBucket,
        String workGroup,
        String database,
        String eventsTable,
        String personsTable,
        String groupsTable,
        String cohortPeopleTable,
        String siteUrl,
        long requestsPerMinute,
        long requestsPerHour,
        long warmExecutions,
        long warmBytes) {

    static Settings of(Map<String, String> environment) {
        return new Settings(
                value(environment, "API_KEYS_TABLE"),
                value(environment, "PROJECTS_TABLE"),
                value(environment, "RESULTS_TABLE"),
                value(environment, "PARTITIONS_TABLE"),
                truth(environment, "LAKE_NOTIFICATIONS"),
                truth(environment, "STALE_ON_FAILURE"),
                value(environment, "DATA_BUCKET"),
                value(environment, "ATHENA_WORKGROUP"),
                value(environment, "ATHENA_DATABASE"),
                value(environment, "EVENTS_TABLE"),
                value(environment, "PERSONS_TABLE"),
                value(environment, "GROUPS_TABLE"),
                value(environment, "COHORT_PEOPLE_TABLE"),
                value(environment, "SITE_URL"),
                number(environment, "REQUESTS_PER_MINUTE"),
                number(environment, "REQUESTS_PER_HOUR"),
                number(environment, "WARM_EXECUTIONS"),
                number(environment, "WARM_BYTES"));
    }

    AdmissionTables admissionTables() {
        return new AdmissionTables(apiKeysTable, projectsTable, resultsTable);
    }

    LakeTables lakeTables() {
        return LakeTables.in(dataBucket, eventsTable, personsTable, groupsTable, cohortPeopleTable);
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private static boolean truth(Map<String, String> environment, String name) {
        String value = value(environment, name);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalStateException(
                            "the environment variable %s is '%s', not true or false"
                                    .formatted(name, value));
        };
    }

    private static long number(Map<String, String> environment, String name) {
        String value = value(environment, name);
        if (!value.matches("[0-9]{1,15}")) {
            throw new IllegalStateException(
                    "the environment variable %s is '%s', which is no number"
                            .formatted(name, value));
        }
        return Long.parseLong(value);
    }
}
