package dev.trendlake.local.template;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is called once it exists: the name that the template gives it, or one made of the
 * stack's name and the logical id.
 */
final class PhysicalNames {
    /** The stack's name: {@code AWS::StackName}. */
    static final String STACK = "trendlake-local";

    // Where a type keeps the name that the author may give; a dot leads into a nested map.
    private static final Map<String, String> NAME_PROPERTIES =
            Map.of(
                    "AWS::Serverless::Function", "FunctionName",
                    "AWS::Lambda::Function", "FunctionName",
                    "AWS::DynamoDB::Table", "TableName",
                    "AWS::S3::Bucket", "BucketName",
                    "AWS::Glue::Database", "DatabaseInput.Name",
                    "AWS::Glue::Table", "TableInput.Name",
                    "AWS::Athena::WorkGroup", "Name");

    private PhysicalNames() {}

    /**
     * Where the author may have named a resource of this type; null when there is no such place.
     */
    static @Nullable String propertyOf(String type) {
        return NAME_PROPERTIES.get(type);
    }

    /** The name of a resource that its author left unnamed. */
    static String derived(String type, String logicalName) {
        return switch (type) {
            case "AWS::S3::Bucket" -> STACK + "-" + logicalName.toLowerCase(Locale.ROOT);
            case "AWS::Glue::Database", "AWS::Glue::Table" ->
                    STACK.replace('-', '_') + "_" + logicalName.toLowerCase(Locale.ROOT);
            default -> STACK + "-" + logicalName;
        };
    }
}
