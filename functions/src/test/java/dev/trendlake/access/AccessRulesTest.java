package dev.trendlake.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expectations from spec: HTTP, 6. Of insight 5 in project 7. */
class AccessRulesTest {
    private static final User ANN = user("ann", Membership.MEMBER);
    private static final User BOB = user("bob", Membership.MEMBER);
    private static final User ADMIN = user("admin", Membership.ADMIN);

    @Test
    void giveTheUsualLevelsWhereNoRuleSpeaks() {
        AccessRules none = AccessRules.none();

        assertThat(none.levelOfProject(ANN, 7)).isEqualTo(AccessLevel.ADMIN);
        assertThat(insight(none, ANN)).isEqualTo(AccessLevel.EDITOR);
    }

    @Test
    void giveTheMostThatAnyRuleOfTheThingGives() {
        AccessRules rules =
                rules(rule("5", "", AccessLevel.VIEWER), rule("5", "ann", AccessLevel.MANAGER));

        assertThat(insight(rules, ANN)).isEqualTo(AccessLevel.MANAGER);
        assertThat(insight(rules, BOB)).isEqualTo(AccessLevel.VIEWER);
    }

    @Test
    void letTheRuleOfAThingCountBeforeThatOfItsKind() {
        AccessRules rules =
                rules(rule("5", "", AccessLevel.VIEWER), rule("", "", AccessLevel.NONE));

        assertThat(insight(rules, ANN)).isEqualTo(AccessLevel.VIEWER);
        assertThat(rules.levelOf(ANN, AccessResource.INSIGHT, "6")).isEqualTo(AccessLevel.NONE);
    }

    @Test
    void neverBindAdminsOfTheOrganizationNorWhoMadeAThing() {
        AccessRules rules =
                rules(
                        rule("5", "", AccessLevel.NONE),
                        new AccessRule(
                                new AccessRule.Subject(AccessResource.PROJECT, "7", ""),
                                AccessLevel.NONE,
                                1,
                                Instant.EPOCH,
                                Instant.EPOCH));

        assertThat(insight(rules, ADMIN)).isEqualTo(AccessLevel.MANAGER);
        assertThat(rules.levelOfProject(ADMIN, 7)).isEqualTo(AccessLevel.ADMIN);
        assertThat(rules.levelOfProject(ANN, 7)).isEqualTo(AccessLevel.NONE);
        assertThat(rules.levelOf(ANN, AccessResource.INSIGHT, "5", "ann"))
                .isEqualTo(AccessLevel.MANAGER);
    }

    @Test
    void letManagersOfAThingRuleItAndNoOthers() {
        AccessRules rules = rules(rule("5", "ann", AccessLevel.MANAGER));

        assertThat(mayRule(rules, ANN, "5")).isTrue();
        assertThat(mayRule(rules, ANN, "6")).isFalse();
        assertThat(mayRule(rules, BOB, "5")).isFalse();
        assertThat(mayRule(rules, ADMIN, "5")).isTrue();
        assertThat(rules.mayRule(BOB, 7, AccessResource.INSIGHT, "5", "bob")).isTrue();
    }

    @Test
    void letManagersOfAllThingsOfAKindNotRuleTheKind() {
        AccessRules rules = rules(rule("", "ann", AccessLevel.MANAGER));

        assertThat(mayRule(rules, ANN, "")).isFalse();
    }

    @Test
    void makeNobodyTheMakerOfWhatNobodyMade() {
        assertThat(mayRule(AccessRules.none(), ANN, "5")).isFalse();
    }

    private static boolean mayRule(AccessRules rules, User user, String insight) {
        return rules.mayRule(user, 7, AccessResource.INSIGHT, insight, "");
    }

    private static AccessLevel insight(AccessRules rules, User user) {
        return rules.levelOf(user, AccessResource.INSIGHT, "5");
    }

    private static AccessRules rules(AccessRule... rules) {
        return new AccessRules(List.of(rules));
    }

    private static AccessRule rule(String insight, String member, AccessLevel level) {
        return new AccessRule(
                new AccessRule.Subject(AccessResource.INSIGHT, insight, member),
                level,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static User user(String uuid, Membership membership) {
        return new User(1, uuid, uuid + "@x.example", uuid, membership);
    }
}
