package dev.trendlake.local.athena;

import io.trino.metastore.Column;
import io.trino.metastore.Database;
import io.trino.metastore.HiveMetastore;
import io.trino.metastore.HiveType;
import io.trino.metastore.PrincipalPrivileges;
import io.trino.metastore.StorageFormat;
import io.trino.metastore.Table;
import io.trino.spi.security.PrincipalType;
import java.util.Map;
import java.util.Optional;

/** Databases and tables, kept in the engine's metastore with the very parameters of Glue. */
final class GlueCatalog {
    private static final String OWNER = "trendlake";

    private final HiveMetastore metastore;

    GlueCatalog(HiveMetastore metastore) {
        this.metastore = metastore;
    }

    synchronized void createDatabase(String name) {
        GlueNames.check("database", name);
        if (metastore.getDatabase(name).isPresent()) {
            return;
        }
        metastore.createDatabase(
                Database.builder()
                        .setDatabaseName(name)
                        .setOwnerName(Optional.of(OWNER))
                        .setOwnerType(Optional.of(PrincipalType.USER))
                        .build());
    }

    synchronized void createTable(GlueTable table) {
        createDatabase(table.database());
        Table wanted = toHive(table);
        Optional<Table> present = metastore.getTable(table.database(), table.name());
        if (present.isPresent() && isSame(present.get(), wanted)) {
            return;
        }
        if (present.isPresent()) {
            metastore.dropTable(table.database(), table.name(), false);
        }
        metastore.createTable(wanted, PrincipalPrivileges.NO_PRIVILEGES);
    }

    private static boolean isSame(Table present, Table wanted) {
        return present.getDataColumns().equals(wanted.getDataColumns())
                && present.getPartitionColumns().equals(wanted.getPartitionColumns())
                && present.getStorage()
                        .getStorageFormat()
                        .equals(wanted.getStorage().getStorageFormat())
                && present.getStorage().getLocation().equals(wanted.getStorage().getLocation())
                && present.getParameters().equals(wanted.getParameters());
    }

    private static Table toHive(GlueTable table) {
        return Table.builder()
                .setDatabaseName(table.database())
                .setTableName(table.name())
                .setOwner(Optional.of(OWNER))
                .setTableType("EXTERNAL_TABLE")
                .setDataColumns(table.columns().stream().map(GlueCatalog::toHive).toList())
                .setPartitionColumns(
                        table.partitionKeys().stream().map(GlueCatalog::toHive).toList())
                .setParameters(table.parameters())
                .setParameter("EXTERNAL", "TRUE")
                .withStorage(storage ->
                        storage.setStorageFormat(toHive(table.format()))
                                .setLocation(table.location()))
                .build();
    }

    private static StorageFormat toHive(GlueFormat format) {
        return StorageFormat.create(
                format.serializationLibrary(), format.inputFormat(), format.outputFormat());
    }

    private static Column toHive(GlueColumn column) {
        return new Column(
                column.name(), HiveType.valueOf(column.type()), Optional.empty(), Map.of());
    }
}
