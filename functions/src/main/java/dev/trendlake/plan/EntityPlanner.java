package dev.trendlake.plan;
import dev.trendlake.sql.*; import dev.trendlake.sql.SqlExpression.*; import dev.trendlake.trend.Entity;
final class EntityPlanner { private EntityPlanner(){}
 static SqlExpression condition(Entity e, EventColumns c){ return switch(e){ case Entity.Event(var n)->Conditions.equal(c.stored("event"), new Text(n)); case Entity.AllEvents()->Conditions.ALWAYS; default -> throw NotPlanned.of(e);};}}
