package dev.trendlake.local.template;

import dev.trendlake.local.events.EventPattern;
import dev.trendlake.local.events.EventRule;
import dev.trendlake.local.firehose.DeliveryStream;
import dev.trendlake.local.queue.QueueDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code AWS::Events::Rule}, {@code AWS::SQS::Queue}, {@code
 * AWS::KinesisFirehose::DeliveryStream} and what a bucket tells.
 */
final class DeliveryReader {
    // What SQS and CloudFormation take when the template says nothing.
    private static final long DEFAULT_VISIBILITY = 30;

    private DeliveryReader() {}

    static boolean tellsEventBridge(Resource bucket) {
        Section notifications = bucket.properties().section("NotificationConfiguration");
        return notifications.has("EventBridgeConfiguration")
                && notifications
                        .section("EventBridgeConfiguration")
                        .text("EventBridgeEnabled", "true")
                        .equals("true");
    }

    /** The rule, unless it is turned off. */
    static List<EventRule> rules(Resource rule) {
        String state = rule.properties().text("State", "ENABLED");
        return switch (state) {
            case "ENABLED" -> List.of(rule(rule));
            case "DISABLED" -> List.of();
            default ->
                    throw new InvalidTemplate(
                            rule.addressOf("State"),
                            "'%s' is not ENABLED or DISABLED".formatted(state));
        };
    }

    private static EventRule rule(Resource rule) {
        try {
            return new EventRule(
                    rule.logicalName(),
                    EventPattern.of(rule.properties().tree("EventPattern")),
                    targets(rule));
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplate(
                    rule.addressOf("EventPattern"), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> targets(Resource rule) {
        List<String> queues = new ArrayList<>();
        for (Section target : rule.properties().sections("Targets")) {
            String arn = target.text("Arn");
            if (!arn.startsWith("arn:aws:sqs:")) {
                throw new InvalidTemplate(
                        target.addressOf("Arn"), "only queues are targets on one machine");
            }
            for (String name : List.of("Input", "InputPath", "InputTransformer")) {
                if (target.has(name)) {
                    throw new InvalidTemplate(
                            target.addressOf(name), "events go on as they are on one machine");
                }
            }
            queues.add(arn);
        }
        return queues;
    }

    static QueueDefinition queue(Resource queue) {
        Section properties = queue.properties();
        Section redrive = properties.section("RedrivePolicy");
        try {
            return new QueueDefinition(
                    queue.name(),
                    Arns.of("AWS::SQS::Queue", queue.name()).orElseThrow(),
                    Duration.ofSeconds(properties.number("VisibilityTimeout", DEFAULT_VISIBILITY)),
                    redrive.text("deadLetterTargetArn", ""),
                    Math.toIntExact(redrive.number("maxReceiveCount", 0)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidTemplate(
                    "Resources." + queue.logicalName(), e.getMessage() + " is not allowed");
        }
    }

    static DeliveryStream stream(Resource stream) {
        Section s3 = stream.properties().section("ExtendedS3DestinationConfiguration");
        if (!s3.text("CompressionFormat").equals("GZIP") || s3.has("ProcessingConfiguration")) {
            throw new InvalidTemplate(
                    stream.addressOf("ExtendedS3DestinationConfiguration"),
                    "records are joined and compressed by gzip on one machine, and nothing else");
        }
        String bucket = s3.text("BucketARN");
        try {
            return new DeliveryStream(
                    stream.name(),
                    bucket.substring(bucket.lastIndexOf(':') + 1),
                    s3.text("Prefix", ""),
                    s3.text("FileExtension", ".gz"));
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplate(s3.addressOf("Prefix"), e.getMessage() + " is not allowed");
        }
    }
}
