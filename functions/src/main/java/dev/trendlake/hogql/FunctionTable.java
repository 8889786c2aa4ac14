package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.TruthConstant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions of HogQL by their names. */
final class FunctionTable {
    /** For functions that take any number of arguments. */
    static final int MANY = Integer.MAX_VALUE;

    private static final FunctionTable TABLE = new FunctionTable();

    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(int least, int most, HogQlFunction function) {}

    private FunctionTable() {
        ConditionFunctions.addTo(this);
        ConversionFunctions.addTo(this);
        NumberFunctions.addTo(this);
        TextFunctions.addTo(this);
        PatternFunctions.addTo(this);
        UrlFunctions.addTo(this);
        JsonFunctions.addTo(this);
        ArrayFunctions.addTo(this);
        LambdaFunctions.addTo(this);
        TimeFunctions.addTo(this);
        TruncationFunctions.addTo(this);
        ShiftFunctions.addTo(this);
    }

    /** Adds a function that takes from {@code least} to {@code most} arguments. */
    void add(String name, int least, int most, HogQlFunction function) {
        if (entries.put(name, new Entry(least, most, function)) != null) {
            throw new IllegalArgumentException("function " + name + " twice");
        }
    }

    /** What a call gives. */
    static TypedSql apply(Call call, ExpressionTranslator translator) {
        if (AggregateFunctions.isAggregate(call.name())) {
            return translator.aggregate(call, new TruthConstant(true, call.position()));
        }
        Arguments arguments = new Arguments(call, translator);
        Entry entry = TABLE.find(call.name()).orElseThrow(() -> unknown(call));
        if (call.distinct()) {
            throw arguments.refused("'distinct' can stand in aggregates only");
        }
        if (arguments.size() < entry.least()) {
            throw arguments.refused("at least %d arguments expected".formatted(entry.least()));
        }
        if (arguments.size() > entry.most()) {
            throw arguments.refused("at most %d arguments expected".formatted(entry.most()));
        }
        return entry.function().apply(arguments);
    }

    // Names from SQL are written in any case, those of ClickHouse as they are.
    private Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name))
                .or(() -> Optional.ofNullable(entries.get(name.toLowerCase(Locale.ROOT))));
    }

    private static HogQlException unknown(Call call) {
        String message = "Unsupported function call '%s(...)'".formatted(call.name());
        return new HogQlException(
                NearName.of(call.name(), TABLE.entries.keySet())
                        .map(near -> message + ". Perhaps you meant '%s(...)'?".formatted(near))
                        .orElse(message),
                call.position());
    }
}
