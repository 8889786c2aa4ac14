package dev.trendlake.local.template;

import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.athena.WorkGroup;
import dev.trendlake.local.firehose.DeliveryStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The deployment as one machine sees it; the maps are by logical name.
 *
 * @param functions the functions that a request or a schedule can call
 * @param routes the HTTP API's routes, in the order of the file
 * @param cors which web sites may call the HTTP API
 * @param tables the DynamoDB tables
 * @param buckets the buckets' names
 * @param databases the Glue databases' names
 * @param glueTables the Glue tables
 * @param workGroups the Athena workgroups
 * @param deliveries what reaches functions without a request
 */
public record Template(
        Map<String, FunctionDefinition> functions,
        List<Route> routes,
        CorsSettings cors,
        Map<String, TableDefinition> tables,
        Map<String, String> buckets,
        Map<String, String> databases,
        Map<String, GlueTable> glueTables,
        Map<String, WorkGroup> workGroups,
        Deliveries deliveries) {

    /** The AWS region that everything is said to be in. */
    public static final String REGION = Arns.REGION;

    /** The AWS account that everything is said to belong to. */
    public static final String ACCOUNT = Arns.ACCOUNT;

    /** Copies the maps and the list. */
    public Template {
        // In the order of the template: messages list them.
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        routes = List.copyOf(routes);
        tables = Map.copyOf(tables);
        buckets = Map.copyOf(buckets);
        databases = Map.copyOf(databases);
        glueTables = Map.copyOf(glueTables);
        workGroups = Map.copyOf(workGroups);
    }

    /** Reads a template whose parameters have their defaults. */
    public static Template read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a template.
     *
     * @param file its path; code is found relative to it
     * @param parameters the values of those parameters that don't have their defaults
     * @throws InvalidTemplate when something can't be read or resolved
     */
    public static Template read(Path file, Map<String, String> parameters) {
        return new TemplateReader(file, parameters).read();
    }

    /** The physical name of a DynamoDB table. */
    public String table(String logicalName) {
        return found(tables, logicalName, "AWS::DynamoDB::Table").name();
    }

    /** The name of a bucket. */
    public String bucket(String logicalName) {
        return found(buckets, logicalName, "AWS::S3::Bucket");
    }

    /** A Glue table. */
    public GlueTable glueTable(String logicalName) {
        return found(glueTables, logicalName, "AWS::Glue::Table");
    }

    /** An Athena workgroup. */
    public WorkGroup workGroup(String logicalName) {
        return found(workGroups, logicalName, "AWS::Athena::WorkGroup");
    }

    /** A Firehose stream. */
    public DeliveryStream stream(String logicalName) {
        return found(deliveries.streams(), logicalName, "AWS::KinesisFirehose::DeliveryStream");
    }

    private static <T> T found(Map<String, T> resources, String logicalName, String type) {
        T resource = resources.get(logicalName);
        if (resource == null) {
            throw new InvalidTemplate("Resources." + logicalName, "there is no such " + type);
        }
        return resource;
    }
}
