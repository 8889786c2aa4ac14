package dev.trendlake.local.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random questions in the form of filters. */
record RandomQuestion(Random random) {
    private static final List<String> MATHS =
            List.of(
                    "total",
                    "total",
                    "dau",
                    "dau",
                    "weekly_active",
                    "monthly_active",
                    "unique_session",
                    "sum",
                    "avg",
                    "min",
                    "max",
                    "median",
                    "p90",
                    "avg_count_per_actor",
                    "max_count_per_actor",
                    "first_time_for_user",
                    "hogql");

    /** A question as JSON; it may be one that is refused. */
    String write() {
        List<String> members = new ArrayList<>();
        members.add("\"events\": [" + String.join(",", series()) + "]");
        boolean isShort = random.nextInt(5) == 0;
        members.add("\"date_from\": \"" + (isShort ? one("-1d", "-30h", "dStart") : from()) + "\"");
        if (random.nextInt(5) == 0) {
            members.add("\"date_to\": \"" + one("-1d", "2020-03-01", "-2d", "dEnd") + "\"");
        }
        members.add("\"interval\": \"" + (isShort ? "hour" : interval()) + "\"");
        members.add("\"display\": \"" + display() + "\"");
        addBreakdown(members);
        if (random.nextInt(3) == 0) {
            members.add("\"compare\": true");
            if (random.nextInt(3) == 0) {
                members.add("\"compare_to\": \"" + one("-1w", "-5d") + "\"");
            }
        }
        if (random.nextInt(5) == 0) {
            members.add("\"formula\": \"" + one("A + 1", "A / 2", "A * 100") + "\"");
        }
        if (random.nextInt(5) == 0) {
            members.add("\"smoothing_intervals\": 3");
        }
        if (random.nextInt(4) == 0) {
            members.add("\"properties\": [" + filter() + "]");
        }
        return "{" + String.join(", ", members) + "}";
    }

    private List<String> series() {
        List<String> series = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 : 1;
        for (int place = 0; place < count; place++) {
            String id = one("\"a\"", "\"a\"", "\"b\"", "\"b\"", "null", "\"never\"");
            String math = MATHS.get(random.nextInt(MATHS.size()));
            String more =
                    switch (math) {
                        case "sum", "avg", "min", "max", "median", "p90" ->
                                ", \"math_property\": \"n\"";
                        case "hogql" -> ", \"math_hogql\": \"count() * 2\"";
                        default -> "";
                    };
            series.add(
                    "{\"id\": %s, \"math\": \"%s\"%s, \"order\": %d}"
                            .formatted(id, math, more, place));
        }
        return series;
    }

    private String from() {
        return one("-3d", "-7d", "-14d", "-30d", "mStart", "-1m", "all", "2020-02-20");
    }

    private String interval() {
        return one("day", "day", "day", "week", "month");
    }

    private String display() {
        return one(
                "ActionsLineGraph",
                "ActionsLineGraph",
                "ActionsLineGraph",
                "ActionsBar",
                "ActionsLineGraphCumulative",
                "BoldNumber",
                "ActionsTable");
    }

    private void addBreakdown(List<String> members) {
        switch (random.nextInt(5)) {
            case 0 -> members.add("\"breakdown\": \"kind\", \"breakdown_type\": \"event\"");
            case 1 -> members.add("\"breakdown\": \"plan\", \"breakdown_type\": \"person\"");
            case 2 ->
                    members.add(
                            "\"breakdowns\": [{\"property\": \"kind\", \"type\": \"event\"},"
                                    + " {\"property\": \"plan\", \"type\": \"person\"}]");
            default -> {
                return;
            }
        }
        members.add("\"breakdown_limit\": " + (1 + random.nextInt(4)));
        if (random.nextInt(4) == 0) {
            members.add("\"breakdown_hide_other_aggregation\": true");
        }
    }

    private String filter() {
        return one(
                "{\"key\": \"kind\", \"value\": [\"x\", \"y\"], \"operator\": \"exact\", \"type\":"
                        + " \"event\"}",
                "{\"key\": \"plan\", \"operator\": \"is_set\", \"type\": \"person\"}",
                "{\"key\": \"properties.n > 3\", \"type\": \"hogql\"}");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
