package dev.trendlake.aws.dynamodb;

/**
 * How much is kept of the names of a project.
 *
 * @param names how many of events, of event properties, of person properties, and of each type of
 *     group
 * @param propertiesOfEvent how many properties of the events of one name
 * @param typeBytes how many bytes of declared types: every request reads them
 */
public record NameLimits(int names, int propertiesOfEvent, int typeBytes) {
    /**
     * 20,000 names of each kind, some 3 MB; 1,000 properties of an event; and 200,000 bytes of
     * types, some 5,000 of them: half of what an item of DynamoDB holds.
     */
    public static NameLimits standard() {
        return new NameLimits(20_000, 1_000, 200_000);
    }
}
