package dev.trendlake.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.template.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouterTest {
    // The example of AWS's page on routes, and this API's own.
    private final Router router =
            new Router(
                    List.of(
                            new Route("ANY", "/{proxy+}", "F"),
                            new Route("GET", "/pets/{proxy+}", "F"),
                            new Route("GET", "/pets/dog/{id}", "F"),
                            new Route("GET", "/pets/dog/1", "F"),
                            new Route("ANY", "/pets/dog/1", "F"),
                            new Route("POST", "/api/projects/{project_id}/insights/trend", "F")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    /pets/dog/1                        | GET /pets/dog/1
                    PUT    /pets/dog/1                        | ANY /pets/dog/1
                    GET    /pets/dog/2                        | GET /pets/dog/{id}
                    GET    /pets/cat/1                        | GET /pets/{proxy+}
                    POST   /test/5                            | ANY /{proxy+}
                    POST   /pets/dog/2                        | ANY /{proxy+}
                    POST   /api/projects/7/insights/trend     | POST /api/projects/{project_id}/insights/trend
                    POST   /api/projects/7/insights/trend/    | ANY /{proxy+}
                    POST   /api/projects//insights/trend      | ANY /{proxy+}
                    POST   //api/projects/7/insights/trend    | ANY /{proxy+}
                    GET    /api/projects/7/insights/trend     | ANY /{proxy+}
                    GET    /pets/                             | ANY /{proxy+}
                    """)
    void takesTheMostSpecificRoute(String request, String route) {
        String[] parts = request.split(" +", 2);

        assertThat(router.find(parts[0], parts[1]).map(match -> match.route().key()))
                .contains(route);
    }

    @Test
    void givesThePathsVariables() {
        assertThat(
                        router.find("POST", "/api/projects/7/insights/trend")
                                .map(RouteMatch::pathParameters))
                .contains(Map.of("project_id", "7"));
        assertThat(router.find("POST", "/a//b/").map(RouteMatch::pathParameters))
                .contains(Map.of("proxy", "a//b/"));
    }

    @Test
    void leavesTheBareRootToTheDefaultRoute() {
        assertThat(router.find("GET", "/")).isEmpty();
        assertThat(
                        new Router(List.of(new Route("ANY", Route.DEFAULT, "F")))
                                .find("GET", "/")
                                .map(match -> match.route().key()))
                .contains("$default");
    }
}
