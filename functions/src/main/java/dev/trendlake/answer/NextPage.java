package dev.trendlake.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of more entries, which PostHog gives as soon as there are 25 (spec: trends, 9). */
final class NextPage {
    private static final int PAGE = 25;
    private static final Pattern OFFSET = Pattern.compile("([?&]offset=)([0-9]{1,9})");
    private static final Pattern LIMIT = Pattern.compile("[?&]breakdown_limit=([0-9]{1,9})");

    private NextPage() {}

    static Optional<String> of(String requestUrl, int entries) {
        Matcher limit = LIMIT.matcher(requestUrl);
        int page = limit.find() ? Integer.parseInt(limit.group(1)) : PAGE;
        if (entries < page) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(requestUrl);
        if (offset.find()) {
            long raised = Long.parseLong(offset.group(2)) + PAGE;
            return Optional.of(offset.replaceFirst(offset.group(1) + raised));
        }
        String separator = requestUrl.contains("?") ? "&" : "?";
        return Optional.of(requestUrl + separator + "offset=" + PAGE);
    }
}
