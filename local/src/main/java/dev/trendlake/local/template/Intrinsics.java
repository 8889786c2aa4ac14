package dev.trendlake.local.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions, as far as one machine can answer them. */
final class Intrinsics {
    private final References references;
    private final Map<?, ?> mappings;
    private final Conditions conditions;
    private final Substitution substitution;

    Intrinsics(References references, Map<?, ?> mappings, Map<?, ?> conditions) {
        this.references = references;
        this.mappings = mappings;
        this.conditions = new Conditions(conditions, this);
        this.substitution = new Substitution(this);
    }

    /** Whether a named condition holds. */
    boolean holds(String address, String condition) {
        return conditions.holds(address, condition);
    }

    /**
     * Resolves a value as far as it is a function; members of maps and lists are left as they are.
     * Null means {@code AWS::NoValue}.
     */
    @Nullable Object resolve(String address, Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
            return value;
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String function = String.valueOf(only.getKey());
        if (!function.equals("Ref") && !function.startsWith("Fn::")) {
            return value;
        }
        return call(address, function, only.getValue());
    }

    /**
     * Resolves a value and all that is in it; members that are {@code AWS::NoValue} are left out.
     */
    @Nullable Object resolveAll(String address, Object value) {
        Object resolved = resolve(address, value);
        if (resolved instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                Object inner = resolveAll(address + "." + name, member);
                if (inner != null) {
                    members.put(String.valueOf(name), inner);
                }
            });
            return members;
        }
        if (resolved instanceof List<?> list) {
            return list.stream()
                    .map(item -> resolveAll(address, item))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return resolved;
    }

    /** Resolves a value that must be a text. */
    String text(String address, Object value) {
        Object resolved = resolve(address, value);
        if (resolved == null || resolved instanceof Map<?, ?> || resolved instanceof List<?>) {
            throw new InvalidTemplate(address, "is not a text");
        }
        return resolved.toString();
    }

    private @Nullable Object call(String address, String function, Object argument) {
        return switch (function) {
            case "Ref" -> references.ref(address, String.valueOf(argument), this);
            case "Fn::GetAtt" -> attribute(address, argument);
            case "Fn::Sub" -> substitute(address, argument);
            case "Fn::Join" -> join(address, list(address, function, argument, 2));
            case "Fn::Split" -> split(address, list(address, function, argument, 2));
            case "Fn::Select" -> select(address, list(address, function, argument, 2));
            case "Fn::FindInMap" -> findInMap(address, list(address, function, argument, 3));
            case "Fn::If" -> choose(address, list(address, function, argument, 3));
            default ->
                    throw new InvalidTemplate(
                            address, function + " can't be resolved on one machine");
        };
    }

    private String attribute(String address, Object argument) {
        List<?> path =
                argument instanceof String dotted
                        ? Arrays.asList(dotted.split("\\.", 2))
                        : list(address, "Fn::GetAtt", argument, 2);
        if (path.size() != 2) {
            throw new InvalidTemplate(address, "!GetAtt takes a resource and an attribute");
        }
        return references.attribute(
                address, String.valueOf(path.getFirst()), text(address, path.getLast()), this);
    }

    private String substitute(String address, Object argument) {
        if (argument instanceof String text) {
            return substitution.apply(address, text, Map.of());
        }
        List<?> terms = list(address, "Fn::Sub", argument, 2);
        if (terms.getLast() instanceof Map<?, ?> variables) {
            return substitution.apply(address, String.valueOf(terms.getFirst()), variables);
        }
        throw new InvalidTemplate(address, "!Sub takes a text and a map");
    }

    private String join(String address, List<?> terms) {
        return items(address, terms.getLast()).stream()
                .map(item -> text(address, item))
                .collect(Collectors.joining(String.valueOf(terms.getFirst())));
    }

    private List<String> split(String address, List<?> terms) {
        String separator = String.valueOf(terms.getFirst());
        String text = text(address, terms.getLast());
        return List.of(text.split(Pattern.quote(separator), -1));
    }

    private @Nullable Object select(String address, List<?> terms) {
        List<?> items = items(address, terms.getLast());
        String index = text(address, terms.getFirst());
        if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= items.size()) {
            throw new InvalidTemplate(address, "!Select " + index + " of " + items.size());
        }
        return resolve(address, items.get(Integer.parseInt(index)));
    }

    private Object findInMap(String address, List<?> terms) {
        Object found = mappings;
        for (Object term : terms) {
            Object next = found instanceof Map<?, ?> map ? map.get(text(address, term)) : null;
            if (next == null) {
                throw new InvalidTemplate(address, "!FindInMap " + terms + " finds nothing");
            }
            found = next;
        }
        return found;
    }

    private @Nullable Object choose(String address, List<?> terms) {
        boolean holds = holds(address, String.valueOf(terms.getFirst()));
        return resolve(address, terms.get(holds ? 1 : 2));
    }

    private List<?> items(String address, Object value) {
        if (resolve(address, value) instanceof List<?> items) {
            return items;
        }
        throw new InvalidTemplate(address, "is not a list");
    }

    private static List<?> list(String address, String function, Object argument, int size) {
        if (argument instanceof List<?> list && list.size() == size) {
            return list;
        }
        throw new InvalidTemplate(address, function + " takes a list of " + size);
    }
}
