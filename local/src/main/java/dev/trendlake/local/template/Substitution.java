package dev.trendlake.local.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Sub}: <code>${Name}</code>, <code>${Resource.Attribute}</code>, <code>${!kept}</code>.
 */
final class Substitution {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private final Intrinsics intrinsics;

    Substitution(Intrinsics intrinsics) {
        this.intrinsics = intrinsics;
    }

    /** Replaces the places of a text, own variables first. */
    String apply(String address, String text, Map<?, ?> variables) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = value(address, matcher.group(1).strip(), variables);
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private String value(String address, String name, Map<?, ?> variables) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        Object own = variables.get(name);
        if (own != null) {
            return intrinsics.text(address, own);
        }
        int dot = name.indexOf('.');
        Map<String, Object> reference =
                dot < 0
                        ? Map.of("Ref", name)
                        : Map.of(
                                "Fn::GetAtt",
                                List.of(name.substring(0, dot), name.substring(dot + 1)));
        return intrinsics.text(address, reference);
    }
}
