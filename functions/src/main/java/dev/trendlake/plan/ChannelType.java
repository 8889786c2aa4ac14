package dev.trendlake.plan;
import dev.trendlake.sql.*;
final class ChannelType { private ChannelType(){}
 static SqlExpression ofSession(SessionFacts s){ return s.first("utm_source");}}
