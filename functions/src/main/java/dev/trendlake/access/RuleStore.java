package dev.trendlake.access;

/** Keeps the rules of access in projects. */
public interface RuleStore {
    /** Keeps a rule, in place of the one with its subject. */
    void save(long project, AccessRule rule);

    /** Removes the rule with a subject, if there is one. */
    void remove(long project, AccessRule.Subject subject);
}
