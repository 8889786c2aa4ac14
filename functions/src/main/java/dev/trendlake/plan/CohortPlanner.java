package dev.trendlake.plan;
import dev.trendlake.sql.*; import dev.trendlake.trend.Cohort;
final class CohortPlanner { CohortPlanner(EventColumns c, FilterPlanner f){}
 SqlExpression condition(Cohort c){ return Conditions.ALWAYS;}}
