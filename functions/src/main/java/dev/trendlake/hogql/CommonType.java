package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import java.util.List;
import java.util.Set;

/** The type that values of several types are brought to when one of them is chosen. */
final class CommonType {
    private static final Set<HogQlType> TRUTHS = Set.of(Single.FLAG, Single.BOOLEAN);
    private static final Set<HogQlType> WHOLES = Set.of(Single.FLAG, Single.BOOLEAN, Single.WHOLE);
    private static final Set<HogQlType> NUMBERS =
            Set.of(Single.FLAG, Single.BOOLEAN, Single.WHOLE, Single.NUMBER);
    private static final Set<HogQlType> TIMES = Set.of(Single.DATE, Single.SECOND, Single.INSTANT);

    private CommonType() {}

    static HogQlType of(List<TypedSql> values) {
        List<HogQlType> types =
                values.stream()
                        .map(TypedSql::type)
                        .filter(type -> !type.equals(Single.NOTHING))
                        .distinct()
                        .toList();
        return switch (types.size()) {
            case 0 -> Single.NOTHING;
            case 1 -> types.getFirst();
            default -> ofDifferent(types);
        };
    }

    private static HogQlType ofDifferent(List<HogQlType> types) {
        if (types.stream().anyMatch(ArrayOf.class::isInstance)) {
            throw new HogQlException("The values must be arrays of the same type.", 0);
        }
        if (TRUTHS.containsAll(types)) {
            return Single.BOOLEAN;
        }
        if (WHOLES.containsAll(types)) {
            return Single.WHOLE;
        }
        if (NUMBERS.containsAll(types)) {
            return Single.NUMBER;
        }
        return TIMES.containsAll(types) ? Single.INSTANT : Single.TEXT;
    }
}
