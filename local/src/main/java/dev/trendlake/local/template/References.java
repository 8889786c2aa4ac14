package dev.trendlake.local.template;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} and {@code Fn::GetAtt} give on one machine. */
final class References {
    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of(
                    "AWS::AccountId",
                    Arns.ACCOUNT,
                    "AWS::Partition",
                    "aws",
                    "AWS::Region",
                    Arns.REGION,
                    "AWS::StackName",
                    PhysicalNames.STACK,
                    "AWS::StackId",
                    "arn:aws:cloudformation:%s:%s:stack/%s/1"
                            .formatted(Arns.REGION, Arns.ACCOUNT, PhysicalNames.STACK),
                    "AWS::URLSuffix",
                    "amazonaws.com");

    private final Map<?, ?> parameters;
    private final Map<String, String> given;
    private final Resources resources;

    References(Map<?, ?> parameters, Map<String, String> given, Resources resources) {
        this.parameters = parameters;
        this.given = given;
        this.resources = resources;
        for (String name : given.keySet()) {
            if (!parameters.containsKey(name)) {
                throw new InvalidTemplate("Parameters." + name, "there is no such parameter");
            }
        }
    }

    /** A pseudo parameter, a parameter's value or a resource's name; null is {@code NoValue}. */
    @Nullable Object ref(String address, String name, Intrinsics intrinsics) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        String pseudo = PSEUDO_PARAMETERS.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        if (parameters.containsKey(name)) {
            return valueOf(address, name);
        }
        if (resources.has(name)) {
            return resources.name(name, intrinsics);
        }
        throw new InvalidTemplate(
                address, "!Ref " + name + " names neither a parameter nor a resource");
    }

    /** An attribute of a resource. */
    String attribute(String address, String resource, String attribute, Intrinsics intrinsics) {
        if (!resources.has(resource)) {
            throw new InvalidTemplate(
                    address, "!GetAtt " + resource + "." + attribute + " names no resource");
        }
        String type = resources.type(resource);
        String name = resources.name(resource, intrinsics);
        if (attribute.equals("Arn")) {
            return Arns.of(type, name).orElseThrow(() -> unknown(address, resource, attribute));
        }
        if (attribute.equals("Name")) {
            return name;
        }
        throw unknown(address, resource, attribute);
    }

    private static InvalidTemplate unknown(String address, String resource, String attribute) {
        return new InvalidTemplate(
                address, "!GetAtt " + resource + "." + attribute + " is not known on one machine");
    }

    private Object valueOf(String address, String parameter) {
        Map<?, ?> definition = parameters.get(parameter) instanceof Map<?, ?> map ? map : Map.of();
        Object value = given.getOrDefault(parameter, textOf(definition.get("Default")));
        if (value == null) {
            throw new InvalidTemplate(
                    address, "parameter " + parameter + " has no default, which one machine needs");
        }
        return "CommaDelimitedList".equals(definition.get("Type"))
                ? Stream.of(value.toString().split(",", -1)).map(String::strip).toList()
                : value;
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
