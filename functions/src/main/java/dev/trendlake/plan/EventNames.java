package dev.trendlake.plan;
import dev.trendlake.trend.Entity; import java.util.*;
final class EventNames { private EventNames(){}
 static Optional<Set<String>> of(Entity e){ return e instanceof Entity.Event(var n) ? Optional.of(Set.of(n)) : Optional.empty();}}
