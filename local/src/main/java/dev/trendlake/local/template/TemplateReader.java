package dev.trendlake.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the resources that one machine needs out of a template. */
final class TemplateReader {
    private final Path file;
    private final Map<?, ?> document;
    private final Resources resources;
    private final Intrinsics intrinsics;

    TemplateReader(Path file, Map<String, String> parameters) {
        this.file = file;
        this.document = TemplateYaml.read(contents(file));
        this.resources = new Resources(part("Resources"));
        this.intrinsics =
                new Intrinsics(
                        new References(part("Parameters"), parameters, resources),
                        part("Mappings"),
                        part("Conditions"));
    }

    Template read() {
        FunctionReader functions =
                new FunctionReader(
                        file.toAbsolutePath(),
                        new Section("", document, intrinsics).section("Globals"));
        GlueReader glue = new GlueReader();
        return new Template(
                all("AWS::Serverless::Function", functions::definition),
                joined(all("AWS::Serverless::Function", functions::routes)),
                all("AWS::Serverless::HttpApi", CorsReader::cors).values().stream()
                        .findFirst()
                        .orElseGet(CorsSettings::off),
                all("AWS::DynamoDB::Table", new TableReader()::definition),
                all("AWS::S3::Bucket", Resource::name),
                all("AWS::Glue::Database", Resource::name),
                all("AWS::Glue::Table", glue::table),
                all("AWS::Athena::WorkGroup", glue::workGroup),
                deliveries());
    }

    private Deliveries deliveries() {
        return new Deliveries(
                names(all("AWS::S3::Bucket", bucket -> bucket), DeliveryReader::tellsEventBridge),
                joined(all("AWS::Events::Rule", DeliveryReader::rules)),
                all("AWS::SQS::Queue", DeliveryReader::queue),
                joined(all("AWS::Serverless::Function", TriggerReader::queues)),
                joined(all("AWS::Serverless::Function", TriggerReader::schedules)),
                all("AWS::KinesisFirehose::DeliveryStream", DeliveryReader::stream));
    }

    private static <T> List<T> joined(Map<String, List<T>> lists) {
        return lists.values().stream().flatMap(List::stream).toList();
    }

    private static Set<String> names(
            Map<String, Resource> resources, Predicate<Resource> isWanted) {
        return resources.values().stream()
                .filter(isWanted)
                .map(Resource::name)
                .collect(Collectors.toSet());
    }

    private <T> Map<String, T> all(String type, Function<Resource, T> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        resources.ofType(type).forEach((name, map) -> addIfWanted(found, name, map, reader));
        return found;
    }

    private <T> void addIfWanted(
            Map<String, T> found, String name, Map<?, ?> map, Function<Resource, T> reader) {
        String address = "Resources." + name;
        if (map.get("Condition") instanceof String condition
                && !intrinsics.holds(address + ".Condition", condition)) {
            return;
        }
        Section properties = new Section(address, map, intrinsics).section("Properties");
        String physicalName = resources.name(name, intrinsics);
        found.put(name, reader.apply(new Resource(name, physicalName, properties)));
    }

    private Map<?, ?> part(String name) {
        Object part = document.get(name);
        if (part == null) {
            return Map.of();
        }
        if (part instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidTemplate(name, "is not a map");
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidTemplate(file.toString(), "can't be read: " + e.getMessage());
        }
    }
}
