package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/api/projects/1/insights/trend, 1, ''",
        "/api/projects/1/insights/trend/, 1, ''",
        "/api//projects/1/insights//trend//, 1, ''",
        "/api/environments/7/insights/trend, 7, ''",
        "/api/projects/@current/insights/trend, @current, ''",
        "/api/projects/x/insights/trend, x, ''",
        "/api/projects/1/insights/trend.csv/, 1, csv",
    })
    void knowsTheTrendsOfAProject(String path, String projectId, String suffix) {
        assertThat(Route.of(path)).isEqualTo(new Route.Trend(projectId, suffix));
    }

    @Test
    void takesTheNameOfJsonAtTheEndOfAnyPath() {
        assertThat(Route.of("/api/projects/1/actions.json/"))
                .isEqualTo(new Route.OfActions.Actions("1"));
        assertThat(Route.of("/api/projects/1/insights/5.json"))
                .isEqualTo(new Route.OfInsights.Insight("1", "5"));
        assertThat(Route.of("/api/projects/1/insights/trend.json"))
                .isEqualTo(new Route.Trend("1", "json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/1/query",
                "/api/projects/1/query/",
                "/api/environments/1/query"
            })
    void knowsTheQueriesOfAProject(String path) {
        assertThat(Route.of(path)).isEqualTo(new Route.Query("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/x",
                "/api/projects/1/insights/trend/x",
                "/api/organizations/1/insights/trend",
                "/x/projects/1/insights/trend",
                "/api/projects/1/query/x/y",
                "/api/users/1",
                "/api/organizations/1",
                "/api/schema/x",
            })
    void knowsNothingElse(String path) {
        assertThat(Route.of(path)).isEqualTo(new Route.Unknown());
    }

    @Test
    void keepsCapitals() {
        assertThat(Route.of("/API/projects/1/insights/trend")).isEqualTo(new Route.Unknown());
    }
}
