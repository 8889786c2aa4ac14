package dev.trendlake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a list of 250, as Django REST framework's limits and offsets cut it. */
class PageTest {
    private static final List<Integer> ALL = IntStream.range(0, 250).boxed().toList();

    @ParameterizedTest
    @CsvSource({
        "'', 0, 100",
        "limit=10, 0, 10",
        "limit=0, 0, 100",
        "'limit=&offset=', 0, 100",
        "limit=10&offset=245, 245, 5",
        "offset=250, 250, 0",
        "offset=9999999, 250, 0",
        "limit=99999, 0, 250",
        "limit=99999999999999999999, 0, 250",
        "offset=99999999999999999999, 250, 0",
    })
    void hasSoManyFromThere(String query, int first, int size) {
        ObjectNode page = page(query);

        assertThat(page.path("count").asInt()).isEqualTo(250);
        assertThat(page.path("results")).hasSize(size);
        if (size > 0) {
            assertThat(page.at("/results/0/number").asInt()).isEqualTo(first);
        }
    }

    @Test
    void namesItsNeighboursByTheAddressThatWasAsked() {
        ObjectNode page = page("search=a%26b&offset=100&limit=100&personal_api_key=phx_secret");

        assertThat(page.path("next").asText())
                .isEqualTo("https://example.org/api/list/?search=a%26b&limit=100&offset=200");
        assertThat(page.path("previous").asText())
                .isEqualTo("https://example.org/api/list/?search=a%26b&limit=100");
    }

    @Test
    void hasNoNeighboursAtTheEnds() {
        assertThat(page("").path("previous").isNull()).isTrue();
        assertThat(page("offset=200").path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=-1", "offset=-1", "offset=x", "limit=1.5", "limit=%00", "offset=٣"})
    void isRefusedWhereANumberIsNone(String query) {
        assertThatThrownBy(() -> page(query))
                .isInstanceOf(InvalidRequest.class)
                .extracting(error -> ((InvalidRequest) error).attribute())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private static ObjectNode page(String query) {
        HttpRequest request = EventBuilder.get("/api/list/").query(query).decoded();
        return Page.of(request).of(ALL, number -> JsonFormat.object().put("number", number));
    }
}
