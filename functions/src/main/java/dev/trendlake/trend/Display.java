package dev.trendlake.trend;

/** How the caller shows the answer, which decides what is computed (spec: trends, 7). */
public enum Display {
    LINE_GRAPH("ActionsLineGraph"),
    LINE_GRAPH_CUMULATIVE("ActionsLineGraphCumulative"),
    BAR("ActionsBar"),
    AREA_GRAPH("ActionsAreaGraph"),
    UNSTACKED_BAR("ActionsUnstackedBar"),
    BOLD_NUMBER("BoldNumber"),
    PIE("ActionsPie"),
    TABLE("ActionsTable"),
    BAR_VALUE("ActionsBarValue"),
    WORLD_MAP("WorldMap"),
    CALENDAR_HEATMAP("CalendarHeatmap");

    private final String wireName;

    Display(String wireName) {
        this.wireName = wireName;
    }

    /** The wire's word. */
    public String wireName() {
        return wireName;
    }

    /** Whether there is one number for the whole range in place of one for each bucket. */
    public boolean isTotalValue() {
        return switch (this) {
            case BOLD_NUMBER, PIE, TABLE, BAR_VALUE, WORLD_MAP, CALENDAR_HEATMAP -> true;
            case LINE_GRAPH, LINE_GRAPH_CUMULATIVE, BAR, AREA_GRAPH, UNSTACKED_BAR -> false;
        };
    }
}
