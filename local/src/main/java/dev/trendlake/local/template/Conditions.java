package dev.trendlake.local.template;

import java.util.List;
import java.util.Map;

/** The template's named conditions and the functions that make them. */
final class Conditions {
    private final Map<?, ?> named;
    private final Intrinsics intrinsics;

    Conditions(Map<?, ?> named, Intrinsics intrinsics) {
        this.named = named;
        this.intrinsics = intrinsics;
    }

    /** Whether a named condition holds. */
    boolean holds(String address, String name) {
        Object condition = named.get(name);
        if (condition == null) {
            throw new InvalidTemplate(address, "condition " + name + " is not defined");
        }
        return test("Conditions." + name, condition);
    }

    private boolean test(String address, Object condition) {
        if (condition instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            Object argument = only.getValue();
            return switch (String.valueOf(only.getKey())) {
                case "Condition" -> holds(address, String.valueOf(argument));
                case "Fn::Equals" -> equal(address, terms(address, argument));
                case "Fn::Not" -> !test(address, terms(address, argument).getFirst());
                case "Fn::And" ->
                        terms(address, argument).stream().allMatch(term -> test(address, term));
                case "Fn::Or" ->
                        terms(address, argument).stream().anyMatch(term -> test(address, term));
                default -> throw new InvalidTemplate(address, only.getKey() + " is no condition");
            };
        }
        throw new InvalidTemplate(address, "is no condition");
    }

    private boolean equal(String address, List<?> terms) {
        if (terms.size() != 2) {
            throw new InvalidTemplate(address, "Fn::Equals takes two values");
        }
        return intrinsics
                .text(address, terms.getFirst())
                .equals(intrinsics.text(address, terms.getLast()));
    }

    private static List<?> terms(String address, Object argument) {
        if (argument instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new InvalidTemplate(address, "takes a list");
    }
}
