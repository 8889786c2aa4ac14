package dev.trendlake.warm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.warm.WarmedQuestion.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the questions of projects: saved insights, and whatever else was asked. An insight is
 * asked for like any other question; one that was made or changed of late counts as asked once.
 */
final class WarmCandidates {
    private static final int SHOWN_OF_DIGEST = 12;

    private final SavedDefinitions<SavedInsight> insights;
    private final AskedQuestions asked;
    private final List<WarmCandidate> found = new ArrayList<>();
    private final List<WarmedQuestion> left = new ArrayList<>();

    WarmCandidates(SavedDefinitions<SavedInsight> insights, AskedQuestions asked) {
        this.insights = insights;
        this.asked = asked;
    }

    /** The most valuable first. */
    List<WarmCandidate> found() {
        return found.stream()
                .sorted((one, other) -> Double.compare(other.value(), one.value()))
                .toList();
    }

    /** Those that are none, with the reason. */
    List<WarmedQuestion> left() {
        return List.copyOf(left);
    }

    /** Collects those of a project. */
    void addAllOf(Project project, Instant now) {
        Map<String, RememberedQuestion> byDigest = new LinkedHashMap<>();
        for (RememberedQuestion remembered : asked.of(project.id(), now)) {
            byDigest.put(remembered.question().digest(), remembered);
        }
        for (SavedInsight insight : insights.all(project.id())) {
            add(insight, project, byDigest, now);
        }
        byDigest.forEach((digest, remembered) ->
                found.add(
                        candidate(
                                project,
                                "asked " + digest.substring(0, SHOWN_OF_DIGEST),
                                remembered)));
    }

    private void add(
            SavedInsight insight,
            Project project,
            Map<String, RememberedQuestion> byDigest,
            Instant now) {
        String name = "insight " + insight.id();
        try {
            AskedQuestion question = AskedQuestion.query(JsonFormat.read(insight.query()));
            RememberedQuestion remembered = byDigest.remove(question.digest());
            if (remembered != null) {
                found.add(candidate(project, name, remembered));
            } else if (insight.lastChange().at().plus(AskedQuestions.REMEMBERED).isAfter(now)) {
                found.add(new WarmCandidate(project, name, question, 1, ComputingCost.unknown()));
            } else {
                leave(project, name, new Outcome.NotAsked());
            }
        } catch (JsonProcessingException e) {
            leave(project, name, new Outcome.Skipped("its query is no JSON"));
        }
    }

    private void leave(Project project, String name, Outcome outcome) {
        left.add(new WarmedQuestion(project.id(), name, 0, ComputingCost.unknown(), outcome));
    }

    private static WarmCandidate candidate(
            Project project, String name, RememberedQuestion remembered) {
        return new WarmCandidate(
                project, name, remembered.question(), remembered.askings(), remembered.cost());
    }
}
