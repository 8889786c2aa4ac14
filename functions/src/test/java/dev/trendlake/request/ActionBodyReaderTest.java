package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.Author;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedAction;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of actions; the errors' words are Django REST framework's. Quotes are single ones. */
class ActionBodyReaderTest {
    private static final Details DETAILS =
            Details.createdAt(
                    Instant.parse("2026-11-23T10:20:30Z"), new Author(1, "u", "Ada", "a@x.org"));

    private static final SavedAction NOTHING =
            new SavedAction(new ActionDefinition(0, "", "[]"), DETAILS);

    @Test
    void readsAllOfAnAction() {
        SavedAction action =
                created(
                        """
                        {'name': ' signed up ', 'description': 'd', 'tags': ['B', 'a ', 'b'], 'steps': [
                          {'event': '$autocapture', 'selector': ' a.b ', 'text': ' x ', 'text_matching': 'contains',
                           'url': null, 'properties': [{'key': 'k', 'value': 'v'}], 'isNew': true}]}\
                        """);

        assertThat(action.name()).isEqualTo("signed up");
        assertThat(action.details().description()).isEqualTo("d");
        assertThat(action.details().tags()).containsExactly("a", "b");
        assertThat(action.definition().steps())
                .isEqualTo(
                        quoted(
                                """
                                [{'event':'$autocapture','text':' x ','selector':'a.b','url':null,\
                                'text_matching':'contains','properties':[{'key':'k','value':'v'}]}]\
                                """));
    }

    @Test
    void leavesWhatABodySaysNothingOf() {
        SavedAction before = created("{'name': 'a', 'tags': ['t'], 'steps': [{'event': 'e'}]}");

        SavedAction after = new ActionBodyReader().read(body("{'description': 'new'}"), before);

        assertThat(after.definition()).isEqualTo(before.definition());
        assertThat(after.details().tags()).containsExactly("t");
        assertThat(after.details().description()).isEqualTo("new");
        assertThat(new ActionBodyReader().read(body("{'steps': []}"), before).definition().steps())
                .isEqualTo("[]");
    }

    @Test
    void readsStepsOfAForm() {
        ObjectNode form = body("{'name': 'a'}").put("steps", "[{\"event\": \"e\"}]");

        assertThat(new ActionBodyReader().read(form, NOTHING).definition().steps())
                .isEqualTo("[{\"event\":\"e\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | name | required | This field is required.",
                "{'name': null} | name | null | This field may not be null.",
                "{'name': ' '} | name | blank | This field may not be blank.",
                "{'name': {}} | name | invalid_input | Not a valid string.",
                "{'name': 'a', 'steps': {}} | steps | not_a_list | Expected a list of items but got"
                        + " type \"dict\".",
                "{'name': 'a', 'steps': null} | steps | null | This field may not be null.",
                "{'name': 'a', 'steps': [1]} | steps__0 | invalid_input | Invalid data. Expected a"
                        + " dictionary, but got int.",
                "{'name': 'a', 'steps': [{}, {'event': ''}]} | steps__1__event | blank | This field"
                        + " may not be blank.",
                "{'name': 'a', 'steps': [{'event': []}]} | steps__0__event | invalid_input | Not a"
                        + " valid string.",
                "{'name': 'a', 'steps': [{'url_matching': 'like'}]} | steps__0__url_matching |"
                        + " invalid_choice | \"like\" is not a valid choice.",
                "{'name': 'a', 'steps': [{'properties': {}}]} | steps__0__properties | not_a_list |"
                        + " Expected a list of items but got type \"dict\".",
                "{'name': 'a', 'steps': [{'properties': ['p']}]} | steps__0__properties__0 |"
                        + " invalid_input | Invalid data. Expected a dictionary, but got str.",
                "{'name': 'a', 'deleted': 'perhaps'} | deleted | invalid_input | Must be a valid"
                        + " boolean.",
                "{'name': 'a', 'tags': 't'} | tags | not_a_list | Expected a list of items but got"
                        + " type \"str\".",
                "{'name': 'a', 'post_to_slack': true} | post_to_slack | invalid_input | nothing is"
                        + " posted to Slack here; leave it out",
            })
    void namesWhatIsWrong(String body, String attribute, String code, String detail) {
        assertThatThrownBy(() -> created(body))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        error -> {
                            assertThat(error.attribute()).isEqualTo(attribute);
                            assertThat(error.code()).isEqualTo(code);
                        })
                .hasMessage(detail);
    }

    @Test
    void countsTheCharactersOfAName() {
        assertThat(created("{'name': '%s'}".formatted("😀".repeat(400))).name()).hasSize(800);
        assertThatThrownBy(() -> created("{'name': '%s'}".formatted("a".repeat(401))))
                .hasMessage("Ensure this field has no more than 400 characters.");
    }

    private static SavedAction created(String body) {
        return new ActionBodyReader().read(body(body), NOTHING);
    }

    private static ObjectNode body(String text) {
        return (ObjectNode) RequestJson.parse(quoted(text)).orElseThrow();
    }

    private static String quoted(String text) {
        return SampleDefinitions.quoted(text);
    }
}
