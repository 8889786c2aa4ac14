package dev.trendlake.hogql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions at random that make sense: each part is of a kind that fits its place. */
public final class RandomExpressions {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, List<String>> SHORT =
            Map.of(
                    "text",
                    List.of("'a'", "''", "'10'", "properties.plan", "properties.missing", "event"),
                    "number",
                    List.of("0", "1", "-2", "2.5", "properties.price", "null", "1e20"),
                    "truth",
                    List.of("true", "false", "properties.plan = 'pro'", "properties.missing = 1"),
                    "time",
                    List.of("timestamp", "now()", "toDate('2026-11-22')", "today()", "null"),
                    "numbers",
                    List.of("[1, 2, 3]", "[1.5]", "[properties.price + 0]"),
                    "texts",
                    List.of("['a', 'b']", "[properties.plan]", "splitByChar(',', 'a,b')"));

    private static final Map<String, List<String>> LONG =
            Map.of(
                    "text",
                    List.of(
                            "concat({any}, {text})",
                            "lower({text})",
                            "trim({text})",
                            "substring({text}, {number}, {number})",
                            "left({text}, {number})",
                            "right({text}, {number})",
                            "replaceRegexpAll({text}, '[a-c]', 'x')",
                            "replaceRegexpOne({text}, '(a)', '\\\\1\\\\1')",
                            "extract({text}, '([0-9]+)')",
                            "toString({any})",
                            "if({truth}, {text}, {any})",
                            "case {any} when {any} then {text} else {text} end",
                            "{text} ?? {text}",
                            "nullIf({text}, {text})",
                            "domain({text})",
                            "path({text})",
                            "extractURLParameter({text}, 'a')",
                            "decodeURLComponent({text})",
                            "JSONExtractString({text}, 'a', 1)",
                            "JSONExtractRaw({text}, 'a')",
                            "formatDateTime({time}, '%Y-%m %u %H')",
                            "{texts}[{number}]",
                            "arrayStringConcat({texts}, '-')",
                            "arrayFirst(x -> x = {text}, {texts})",
                            "assumeNotNull({text})",
                            "reverse({text})",
                            "leftPad({text}, {number}, 'x')",
                            "coalesce({text}, {number}, {truth})",
                            "({text} AS named)"),
                    "number",
                    List.of(
                            "{number} + {number}",
                            "{number} - {number}",
                            "{number} * {number}",
                            "{number} / {number}",
                            "{number} % {number}",
                            "-{number}",
                            "round({number}, 2)",
                            "floor({number})",
                            "intDiv({number}, {number})",
                            "pow({number}, {number})",
                            "log({number})",
                            "sqrt({number})",
                            "greatest({number}, {number})",
                            "least({number}, {any})",
                            "length({text})",
                            "position({text}, {text})",
                            "toInt({any})",
                            "toFloat({any})",
                            "toFloatOrZero({text})",
                            "multiIf({truth}, {number}, {truth}, {number}, {number})",
                            "toHour({time})",
                            "toDayOfWeek({time})",
                            "toYYYYMM({time})",
                            "toUnixTimestamp({time})",
                            "dateDiff('day', {time}, {time})",
                            "dateDiff('minute', {time}, {time})",
                            "arraySum({numbers})",
                            "arrayAvg({numbers})",
                            "arrayMax({numbers})",
                            "arrayCount(x -> x > {number}, {numbers})",
                            "{numbers}[{number}]",
                            "length({numbers})",
                            "indexOf({numbers}, {number})",
                            "JSONExtractFloat({text}, 'a')",
                            "JSONLength({text})",
                            "ifNull({number}, {number})"),
                    "truth",
                    List.of(
                            "{any} = {any}",
                            "{any} != {any}",
                            "{number} < {number}",
                            "{text} >= {any}",
                            "{time} <= {time}",
                            "{time} > {text}",
                            "{number} between {number} and {number}",
                            "{any} in ({any}, {any})",
                            "{text} not in ({text}, {number}, null)",
                            "{any} in {texts}",
                            "{text} like {text}",
                            "{text} not ilike 'a%'",
                            "{text} =~ 'a|b'",
                            "{text} !~* {text}",
                            "{any} is null",
                            "{truth} and {truth}",
                            "{truth} or {truth}",
                            "not {truth}",
                            "xor({truth}, {truth})",
                            "empty({text})",
                            "startsWith({text}, {text})",
                            "endsWith({text}, {text})",
                            "has({texts}, {any})",
                            "arrayExists(x -> x = {text}, {texts})",
                            "arrayAll(x -> {truth}, {numbers})",
                            "JSONHas({text}, 'a')",
                            "{any} is not distinct from {any}",
                            "({any}, {any}) = ({any}, {any})",
                            "toBool({any})"),
                    "time",
                    List.of(
                            "toStartOfHour({time})",
                            "toStartOfDay({time})",
                            "toStartOfWeek({time})",
                            "toStartOfMonth({time})",
                            "toStartOfInterval({time}, toIntervalDay(3))",
                            "toStartOfInterval({time}, toIntervalHour(5))",
                            "toStartOfInterval({time}, toIntervalMonth(2))",
                            "toDate({any})",
                            "toDateTime({text})",
                            "fromUnixTimestamp({number})",
                            "toTimeZone({time}, 'Asia/Kathmandu')",
                            "addDays({time}, {number})",
                            "dateSub('quarter', {number}, {time})",
                            "{time} + toIntervalHour({number})",
                            "if({truth}, {time}, {time})",
                            "coalesce({time}, {time})"),
                    "numbers",
                    List.of(
                            "[{number}, {number}]",
                            "arrayMap(x -> x + {number}, {numbers})",
                            "arrayMap((x, y) -> x * y, {numbers}, {numbers})",
                            "arrayFilter(x -> x in (1, {number}), {numbers})",
                            "arrayFilter(x -> x between 1 and {number}, {numbers})",
                            "arraySort({numbers})",
                            "arrayDistinct({numbers})",
                            "arraySlice({numbers}, {number})",
                            "arrayMap(x -> length(x), {texts})"),
                    "texts",
                    List.of(
                            "[{text}, {text}]",
                            "splitByChar(',', {text})",
                            "extractAll({text}, '[a-z]')",
                            "arrayMap(x -> concat(x, {text}), {texts})",
                            "arrayMap(x -> toString(x), {numbers})",
                            "arrayFilter(x -> x like {text}, {texts})",
                            "arrayConcat({texts}, {texts})",
                            "arrayPushBack({texts}, {any})",
                            "JSONExtractArrayRaw({text}, 'a')"));

    private static final List<String> KINDS =
            List.of("text", "number", "truth", "time", "numbers", "texts");

    private static final List<String> SINGLE = KINDS.subList(0, 4);

    private final Random random;

    /** Gives the same expressions for the same seed. */
    public RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    /** An expression of some kind. */
    public String next(int depth) {
        return ofKind(oneOf(KINDS), depth);
    }

    private String ofKind(String kind, int depth) {
        String known = kind.equals("any") ? oneOf(SINGLE) : kind;
        if (depth == 0 || random.nextInt(6) == 0) {
            return oneOf(Objects.requireNonNull(SHORT.get(known)));
        }
        String template = oneOf(Objects.requireNonNull(LONG.get(known)));
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement("(" + ofKind(place.group(1), depth - 1) + ")"));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
