package dev.trendlake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''         | ''   | ''                                  | JSON",
                "''         | ''   | */*                                 | JSON",
                "''         | ''   | text/html, */*;q=0.8                | JSON",
                "''         | ''   | application/json; indent=4          | JSON",
                "''         | ''   | text/csv, application/json          | JSON",
                "''         | ''   | text/csv, */*                       | CSV",
                "format=json | ''  | application/*                       | JSON",
                "format=csv | ''   | ''                                  | CSV",
                "''         | csv  | ''                                  | CSV",
                "format=csv | json | ''                                  | JSON",
            })
    void findsTheForm(String query, String suffix, String accept, Format format) {
        assertThat(Negotiation.formatFor(request(query, accept), suffix)).isEqualTo(format);
    }

    @Test
    void knowsNoOtherForms() {
        assertThatThrownBy(() -> Negotiation.formatFor(request("format=xml", ""), ""))
                .isInstanceOf(NotFound.class)
                .hasMessage("Not found.");
    }

    @ParameterizedTest
    @CsvSource({"'', text/html", "format=json, text/csv", "'', 'image/png, text/html'"})
    void refusesWhatItCannotWrite(String query, String accept) {
        assertThatThrownBy(() -> Negotiation.formatFor(request(query, accept), ""))
                .isInstanceOf(NotAcceptable.class);
    }

    private static HttpRequest request(String query, String accept) {
        return EventBuilder.get("/").query(query).header("accept", accept).decoded();
    }
}
