package dev.trendlake.aws.dynamodb;

/**
 * The tables that admitting a request reads.
 *
 * @param apiKeys keys by their hash
 * @param projects projects and what belongs to them
 * @param results where requests are counted, beside the results
 */
public record AdmissionTables(String apiKeys, String projects, String results) {}
