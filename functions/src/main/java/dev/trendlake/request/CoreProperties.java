package dev.trendlake.request;

import java.util.Set;

/** Event properties of PostHog's own, which its lists leave out: some always, others when asked. */
final class CoreProperties {
    private static final Set<String> NEVER_SHOWN =
            Set.of(
                    "distinct_id",
                    "$set",
                    "$set_once",
                    "$initial_referrer",
                    "$initial_referring_domain",
                    "$groups",
                    "$group_type",
                    "$group_key",
                    "$group_set",
                    "$group_0",
                    "$group_1",
                    "$group_2",
                    "$group_3",
                    "$group_4");

    /** Where somebody came from: what advertisements add to addresses. */
    private static final Set<String> OF_CAMPAIGNS =
            Set.of(
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "utm_content",
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
                    "epik",
                    "qclid",
                    "sccid",
                    "irclid",
                    "_kx");

    private CoreProperties() {}

    /**
     * Whether a list of event properties leaves one out.
     *
     * @param all whether it is to leave out all of PostHog's own
     */
    static boolean isLeftOut(String name, boolean all) {
        return all
                ? name.startsWith("$") || OF_CAMPAIGNS.contains(name) || NEVER_SHOWN.contains(name)
                : NEVER_SHOWN.contains(name) || name.startsWith("$session_entry_");
    }
}
