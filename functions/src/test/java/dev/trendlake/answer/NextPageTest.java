package dev.trendlake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NextPageTest {
    @Test
    void thereIsNoneBelowTwentyFiveEntries() {
        assertThat(NextPage.of("https://host/trend", 24)).isEmpty();
    }

    @Test
    void asksForTheEntriesFromTheTwentySixth() {
        assertThat(NextPage.of("https://host/trend", 25)).contains("https://host/trend?offset=25");
        assertThat(NextPage.of("https://host/trend?a=b", 26))
                .contains("https://host/trend?a=b&offset=25");
    }

    @Test
    void raisesTheOffsetThatWasAsked() {
        assertThat(NextPage.of("https://host/trend?offset=25&a=b", 25))
                .contains("https://host/trend?offset=50&a=b");
    }

    @Test
    void countsByTheLimitInTheQueryString() {
        assertThat(NextPage.of("https://host/trend?breakdown_limit=3", 3))
                .contains("https://host/trend?breakdown_limit=3&offset=25");
        assertThat(NextPage.of("https://host/trend?breakdown_limit=30", 25)).isEmpty();
    }
}
