package dev.trendlake.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of people as PostHog's upload reads them. */
class CsvPeopleReaderTest {
    @Test
    void takesOneColumnForDistinctIdsWithAHeaderOrWithout() {
        PeopleList expected = people(PersonNaming.DISTINCT_ID, "a", "größe", "c,d\"e");

        assertThat(read("\n a \r\ngröße\n\n\"c,d\"\"e\"\na")).isEqualTo(expected);
        assertThat(read("\uFEFFDistinct_ID\na\ngröße\n\"c,d\"\"e\"\n")).isEqualTo(expected);
    }

    @Test
    void takesOneColumnForWhatItsHeaderSays() {
        assertThat(read("Person .id\np1\np2"))
                .isEqualTo(people(PersonNaming.PERSON_ID, "p1", "p2"));
        assertThat(read("E-Mail,\na@x.org,")).isEqualTo(people(PersonNaming.EMAIL, "a@x.org"));
    }

    @Test
    void prefersPersonIdsToDistinctIdsToAddresses() {
        assertThat(read("email,distinct_id,person_id\ne,d,p\ne2\n,,p2"))
                .isEqualTo(people(PersonNaming.PERSON_ID, "p", "p2"));
        assertThat(read("name,email,distinct-id\nn,e,d"))
                .isEqualTo(people(PersonNaming.DISTINCT_ID, "d"));
        assertThat(read("name,email\nn,e")).isEqualTo(people(PersonNaming.EMAIL, "e"));
    }

    @Test
    void refusesFilesInPostHogsWords() {
        refuses(
                "\n\n",
                "CSV file is empty. Please upload a CSV file with at least one row of data.");
        refuses(
                "a,b\n1,2",
                "Multi-column CSV must contain at least one column with a supported ID header:"
                        + " 'person_id', 'Person .id' (PostHog export format), 'distinct_id',"
                        + " 'distinct-id', or 'email'. Found columns: a, b");
        refuses(
                "person_id\n ",
                "CSV file contains no valid person IDs, distinct IDs, or email addresses. Please"
                        + " ensure your file has data rows with person IDs, distinct IDs, or email"
                        + " addresses.");
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThatThrownBy(() -> new CsvPeopleReader().read("größe".getBytes(ISO_8859_1)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(
                        "CSV file encoding is not supported. Please save your file as UTF-8 and try"
                                + " again.");
    }

    @Test
    void saysHowManyPeopleFit() {
        String tooMany =
                IntStream.rangeClosed(0, 50_000)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n"));

        refuses(
                tooMany,
                "CSV file names 50001 people; 50000 fit into one. Send the others in further files:"
                        + " they are added.");
        assertThat(read(tooMany.substring(2)).names()).hasSize(50_000);
    }

    private static void refuses(String file, String detail) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        error -> assertThat(error.attribute()).isEqualTo("csv"))
                .hasMessage(detail);
    }

    private static PeopleList read(String file) {
        return new CsvPeopleReader().read(file.getBytes(UTF_8));
    }

    private static PeopleList people(PersonNaming naming, String... names) {
        return new PeopleList(naming, List.of(names));
    }
}
