package dev.trendlake.local.template;

import dev.trendlake.local.athena.GlueColumn;
import dev.trendlake.local.athena.GlueFormat;
import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.athena.WorkGroup;
import java.util.List;

/** Reads {@code AWS::Glue::Table} and {@code AWS::Athena::WorkGroup}. */
final class GlueReader {
    GlueTable table(Resource table) {
        Section input = table.properties().section("TableInput");
        Section storage = input.section("StorageDescriptor");
        return new GlueTable(
                table.properties().text("DatabaseName"),
                table.name(),
                storage.text("Location"),
                columns(storage.sections("Columns")),
                columns(input.sections("PartitionKeys")),
                format(storage),
                input.section("Parameters").texts());
    }

    WorkGroup workGroup(Resource workGroup) {
        Section configuration = workGroup.properties().section("WorkGroupConfiguration");
        return new WorkGroup(
                workGroup.name(),
                configuration.section("ResultConfiguration").text("OutputLocation", ""),
                configuration.number("BytesScannedCutoffPerQuery", 0),
                // Athena enforces a workgroup's settings unless it is told not to.
                !configuration.has("EnforceWorkGroupConfiguration")
                        || configuration.flag("EnforceWorkGroupConfiguration"));
    }

    private static GlueFormat format(Section storage) {
        return new GlueFormat(
                storage.section("SerdeInfo").text("SerializationLibrary"),
                storage.text("InputFormat"),
                storage.text("OutputFormat"));
    }

    private static List<GlueColumn> columns(List<Section> columns) {
        return columns.stream()
                .map(column -> new GlueColumn(column.text("Name"), column.text("Type")))
                .toList();
    }
}
