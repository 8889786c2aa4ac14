package dev.trendlake.local.template;

import java.util.Optional;

/** The ARNs of resources in the account {@value #ACCOUNT}. */
final class Arns {
    static final String ACCOUNT = "000000000000";
    static final String REGION = "us-east-1";

    private Arns() {}

    /** The ARN of a resource; empty for a type whose ARN isn't known here. */
    static Optional<String> of(String type, String name) {
        return switch (type) {
            case "AWS::S3::Bucket" -> Optional.of("arn:aws:s3:::" + name);
            case "AWS::DynamoDB::Table" -> regional("dynamodb", "table/" + name);
            case "AWS::Serverless::Function", "AWS::Lambda::Function" ->
                    regional("lambda", "function:" + name);
            case "AWS::Athena::WorkGroup" -> regional("athena", "workgroup/" + name);
            case "AWS::Logs::LogGroup" -> regional("logs", "log-group:" + name);
            case "AWS::SNS::Topic" -> regional("sns", name);
            case "AWS::SQS::Queue" -> regional("sqs", name);
            case "AWS::Events::Rule" -> regional("events", "rule/" + name);
            case "AWS::KinesisFirehose::DeliveryStream" ->
                    regional("firehose", "deliverystream/" + name);
            case "AWS::IAM::Role" -> Optional.of("arn:aws:iam::" + ACCOUNT + ":role/" + name);
            default -> Optional.empty();
        };
    }

    private static Optional<String> regional(String service, String resource) {
        return Optional.of("arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource);
    }
}
