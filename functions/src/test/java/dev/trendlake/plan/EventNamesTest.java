package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.StepCondition;
import dev.trendlake.trend.TextMatching;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    private static final ActionStep SIGN_UP = step(new StepCondition.NameIs("sign up"));
    private static final ActionStep CLICK =
            step(new StepCondition.TagIs("a"), new StepCondition.NameIs("$autocapture"));
    private static final ActionStep ANY_EVENT =
            step(new StepCondition.UrlMatches(TextMatching.CONTAINS, "/shop"));

    @Test
    void anActionHasTheNamesOfItsSteps() {
        assertThat(EventNames.of(action(SIGN_UP, CLICK)))
                .containsExactlyInAnyOrder("sign up", "$autocapture");
    }

    @Test
    void anActionWithANamelessStepHasEveryName() {
        assertThat(EventNames.of(action(SIGN_UP, ANY_EVENT))).isEmpty();
    }

    @Test
    void anActionWithoutStepsHasEveryName() {
        assertThat(EventNames.of(action())).isEmpty();
    }

    @Test
    void anEventHasItsName() {
        assertThat(EventNames.of(new Entity.Event("open"))).containsExactly("open");
    }

    private static Entity action(ActionStep... steps) {
        return new Entity.ActionEvents(new Action(1, "action", List.of(steps)));
    }

    private static ActionStep step(StepCondition... conditions) {
        return new ActionStep(List.of(conditions));
    }
}
