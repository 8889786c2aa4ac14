package dev.trendlake.intake.captured;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The properties of events that a person has, too: as PostHog's {@code person-property-utils}. */
final class PersonWords {
    /** Of devices and pages. */
    private static final List<String> CIRCUMSTANCES =
            List.of(
                    "$app_build",
                    "$app_name",
                    "$app_namespace",
                    "$app_version",
                    "$browser",
                    "$browser_version",
                    "$device_type",
                    "$current_url",
                    "$pathname",
                    "$os",
                    "$os_name",
                    "$os_version",
                    "$referring_domain",
                    "$referrer",
                    "$screen_height",
                    "$screen_width",
                    "$viewport_height",
                    "$viewport_width",
                    "$raw_user_agent");

    /** Of campaigns. */
    private static final List<String> CAMPAIGNS =
            List.of(
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "utm_content",
                    "utm_name",
                    "utm_term",
                    "gclid",
                    "gad_source",
                    "gclsrc",
                    "dclid",
                    "gbraid",
                    "wbraid",
                    "fbclid",
                    "msclkid",
                    "twclid",
                    "li_fat_id",
                    "mc_cid",
                    "igshid",
                    "ttclid",
                    "rdt_cid",
                    "irclid",
                    "_kx",
                    "epik",
                    "qclid",
                    "sccid");

    static final List<String> LIFTED =
            Stream.concat(CIRCUMSTANCES.stream(), CAMPAIGNS.stream()).toList();

    /** Of servers, these say nothing of the person. */
    static final Set<String> OF_THE_HOST = Set.of("$os", "$os_version", "$os_name");

    private PersonWords() {}

    /** The property that keeps the first value. */
    static String initial(String name) {
        return "$initial_" + (name.startsWith("$") ? name.substring(1) : name);
    }
}
