package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

/** The packaged function that merges files: what is counted stays, and nothing is computed anew. */
@ExtendWith(WholeStackExtension.class)
final class CompactFunctionIT {
    private static final String QUESTION =
            """
            {"events": [{"id": "sign up"}], "date_from": "2020-01-01", "date_to": "2020-01-03",
             "refresh": true}
            """;
    private static final String DAY = "events/project_id=8401/day=2020-01-02/";

    private final WholeStack stack;

    CompactFunctionIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void mergesTheFilesOfADayThatIsOver() throws Exception {
        KeptProject project = KeptProject.make(stack, 8401);
        Client client = project.client("insight:read");
        for (int file = 1; file <= 4; file++) {
            project.signUp("file " + file);
        }
        int before = files();

        String answer = stack.stack().invoke("CompactFunction", "{}");

        assertThat(answer).isEqualTo("{\"done\":true}");
        // The replaced ones stay for an hour, for statements that still read them.
        assertThat(files()).isEqualTo(before + 1);
        Reply reply = client.ask(project.id(), QUESTION);
        assertThat(reply.json().at("/result/0/data").toString()).isEqualTo("[1,5,0]");
    }

    private int files() {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            return s3.listObjectsV2(
                            request -> request.bucket(stack.running().dataBucket()).prefix(DAY))
                    .contents()
                    .size();
        }
    }
}
