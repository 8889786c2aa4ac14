package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Element;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlExpression.TupleElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a property stands: {@code properties.a.b[1]}.
 *
 * @param owner whose property
 * @param keys the steps into the document, none for the whole of it
 */
record PropertyPath(PropertyOwner owner, List<JsonStep> keys) {
    private static final Pattern GROUP = Pattern.compile("group_([0-4])");

    PropertyPath {
        keys = List.copyOf(keys);
    }

    /** The path that an expression writes; empty when it is something else. */
    static Optional<PropertyPath> of(HogQlExpression expression) {
        return switch (expression) {
            case Field(var chain, _) -> ofChain(chain);
            case Element(var container, TextConstant(var key, _), _) ->
                    of(container).map(path -> path.then(new JsonStep.Member(key)));
            case Element(var container, NumberConstant(var place, var whole, _), _) when whole ->
                    of(container).map(path -> path.then(JsonStep.element(place)));
            case TupleElement(var container, var place, _) ->
                    of(container).map(path -> path.then(new JsonStep.Place(place)));
            default -> Optional.empty();
        };
    }

    private static Optional<PropertyPath> ofChain(List<String> chain) {
        int start = chain.getFirst().equals("e") && chain.size() > 1 ? 1 : 0;
        String first = chain.get(start);
        if (first.equals("properties")) {
            return Optional.of(of(new PropertyOwner.Event(), chain, start + 1));
        }
        if (chain.size() <= start + 1 || !chain.get(start + 1).equals("properties")) {
            return Optional.empty();
        }
        Matcher group = GROUP.matcher(first);
        if (group.matches()) {
            int typeIndex = Integer.parseInt(group.group(1));
            return Optional.of(of(new PropertyOwner.Group(typeIndex), chain, start + 2));
        }
        return first.equals("person")
                ? Optional.of(of(new PropertyOwner.Person(), chain, start + 2))
                : Optional.empty();
    }

    private static PropertyPath of(PropertyOwner owner, List<String> chain, int start) {
        List<JsonStep> keys = new ArrayList<>();
        chain.subList(start, chain.size()).forEach(key -> keys.add(new JsonStep.Member(key)));
        return new PropertyPath(owner, keys);
    }

    /** The keys, joined by dots. */
    String name() {
        return keys.stream()
                .map(step ->
                        switch (step) {
                            case JsonStep.Member(var key) -> key;
                            case JsonStep.Place(var place) -> String.valueOf(place);
                        })
                .collect(Collectors.joining("."));
    }

    private PropertyPath then(JsonStep step) {
        List<JsonStep> longer = new ArrayList<>(keys);
        longer.add(step);
        return new PropertyPath(owner, longer);
    }
}
