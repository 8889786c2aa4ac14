package dev.trendlake.local.stack;

import java.net.URI;

/**
 * How to reach a local stack: what a command needs that works on one.
 *
 * @param gateway where the API answers
 * @param athena the Athena endpoint
 * @param dynamoDb the DynamoDB endpoint
 * @param s3 the S3 endpoint
 * @param lambda the endpoint of Lambda's Invoke action
 * @param sqs the SQS endpoint
 * @param firehose the Firehose endpoint
 * @param region the AWS region that clients are made with
 * @param dataBucket the bucket of the lake
 * @param database the Glue database
 * @param eventsTable the Glue table of events
 * @param workGroup the Athena workgroup
 * @param apiKeysTable the DynamoDB table of API keys
 * @param projectsTable the DynamoDB table of projects
 * @param resultsTable the DynamoDB table of results
 * @param partitionsTable the DynamoDB table of partitions
 * @param propertyColumns the properties that get columns in every project, in a list with commas
 */
public record RunningStack(
        URI gateway,
        URI athena,
        URI dynamoDb,
        URI s3,
        URI lambda,
        URI sqs,
        URI firehose,
        String region,
        String dataBucket,
        String database,
        String eventsTable,
        String workGroup,
        String apiKeysTable,
        String projectsTable,
        String resultsTable,
        String partitionsTable,
        String propertyColumns) {}
