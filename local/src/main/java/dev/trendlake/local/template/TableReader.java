package dev.trendlake.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {
    TableDefinition definition(Resource table) {
        refuseIndexes(table);
        Section timeToLive = table.properties().section("TimeToLiveSpecification");
        return new TableDefinition(
                table.name(),
                keys(table),
                timeToLive.flag("Enabled") ? timeToLive.text("AttributeName") : "");
    }

    private static List<TableDefinition.Key> keys(Resource table) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Section attribute : table.properties().sections("AttributeDefinitions")) {
            types.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        }
        List<TableDefinition.Key> keys = new ArrayList<>();
        for (Section key : table.properties().sections("KeySchema")) {
            String name = key.text("AttributeName");
            String type = types.get(name);
            if (type == null) {
                throw new InvalidTemplate(
                        key.addressOf("AttributeName"), name + " is not in AttributeDefinitions");
            }
            keys.add(
                    key.text("KeyType").equals("HASH") ? 0 : keys.size(),
                    new TableDefinition.Key(name, type));
        }
        if (keys.isEmpty()) {
            throw new InvalidTemplate(table.addressOf("KeySchema"), "is missing");
        }
        return keys;
    }

    private static void refuseIndexes(Resource table) {
        for (String name : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            if (table.properties().has(name)) {
                throw new InvalidTemplate(
                        table.addressOf(name), "indexes are not created on one machine");
            }
        }
    }
}
