package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Like;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Property;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the channel through which somebody came (spec: trends, 10), by PostHog's public rules. All
 * parts are texts, NULL or empty where there is none.
 *
 * @param source {@code utm_source}
 * @param medium {@code utm_medium}
 * @param campaign {@code utm_campaign}
 * @param referringDomain the domain of the page before; {@code $direct} for none
 * @param googleClick {@code gclid}
 * @param googleAds {@code gad_source}
 * @param facebookClick {@code fbclid}
 */
record ChannelType(
        SqlExpression source,
        SqlExpression medium,
        SqlExpression campaign,
        SqlExpression referringDomain,
        SqlExpression googleClick,
        SqlExpression googleAds,
        SqlExpression facebookClick) {

    /** The key of the person's property that this computes. */
    static final String INITIAL = "$virt_initial_channel_type";

    private static final Text DIRECT = new Text("$direct");
    private static final Text SHOPPING = new Text("([^a-df-z]|^)shop|shopping");

    /** Reads empty texts as none, and the words of campaigns without regard to capitals. */
    ChannelType {
        source = lower(present(source));
        medium = lower(present(medium));
        campaign = lower(present(campaign));
        referringDomain = present(referringDomain);
        googleClick = present(googleClick);
        googleAds = present(googleAds);
        facebookClick = present(facebookClick);
    }

    /** The channel through which the event's person came first. */
    static ChannelType initial(EventColumns columns) {
        return new ChannelType(
                ofPerson(columns, "$initial_utm_source"),
                ofPerson(columns, "$initial_utm_medium"),
                ofPerson(columns, "$initial_utm_campaign"),
                ofPerson(columns, "$initial_referring_domain"),
                ofPerson(columns, "$initial_gclid"),
                ofPerson(columns, "$initial_gad_source"),
                ofPerson(columns, "$initial_fbclid"));
    }

    /** The channel's name; never NULL. */
    SqlExpression name() {
        return new Case(
                List.of(
                        when(matches(campaign, "cross-network"), new Text("Cross Network")),
                        when(isPaid(), paid()),
                        when(isDirect(), new Text("Direct"))),
                organic());
    }

    private SqlExpression isPaid() {
        return Conditions.any(
                List.of(
                        isOne(medium, "cpc", "cpm", "cpv", "cpa", "ppc", "retargeting"),
                        new Like(medium, new Text("paid%")),
                        Conditions.isSet(googleClick),
                        Conditions.isSet(googleAds)));
    }

    private SqlExpression isDirect() {
        SqlExpression saysDirect = isOne(source, "(direct)", "direct", "$direct");
        return Conditions.all(
                List.of(
                        Conditions.equal(referringDomain, DIRECT),
                        new IsNull(medium),
                        Conditions.any(List.of(new IsNull(source), saysDirect)),
                        new IsNull(facebookClick)));
    }

    private SqlExpression paid() {
        SqlExpression otherwise =
                new Case(
                        List.of(
                                when(
                                        Conditions.equal(googleAds, new Text("1")),
                                        new Text("Paid Search")),
                                when(matches(campaign, "video"), new Text("Paid Video")),
                                when(Conditions.isSet(facebookClick), new Text("Paid Social"))),
                        new Text("Paid Unknown"));
        return new Call(
                SqlFunction.COALESCE,
                TrafficSource.paid(source),
                shopping("Paid Shopping"),
                paidMedium(),
                TrafficSource.paid(referringDomain),
                otherwise);
    }

    private SqlExpression organic() {
        SqlExpression otherwise =
                new Case(
                        List.of(
                                when(matches(campaign, "video"), new Text("Organic Video")),
                                when(matches(medium, "push$"), new Text("Push")),
                                when(Conditions.isSet(facebookClick), new Text("Organic Social")),
                                when(Conditions.equal(referringDomain, DIRECT), new Text("Direct")),
                                when(Conditions.isSet(referringDomain), new Text("Referral"))),
                        new Text("Unknown"));
        return new Call(
                SqlFunction.COALESCE,
                TrafficSource.organic(source),
                shopping("Organic Shopping"),
                organicMedium(),
                TrafficSource.organic(referringDomain),
                otherwise);
    }

    private SqlExpression shopping(String name) {
        SqlExpression isShopping = new Call(SqlFunction.REGEXP_LIKE, campaign, SHOPPING);
        return new Case(List.of(when(isShopping, new Text(name))), new Null());
    }

    private SqlExpression paidMedium() {
        return new Case(
                List.of(
                        when(isDisplay(), new Text("Display")),
                        when(isSocial(), new Text("Paid Social")),
                        when(isOne(medium, "video"), new Text("Paid Video"))),
                new Null());
    }

    private SqlExpression organicMedium() {
        return new Case(
                List.of(
                        when(
                                isOne(medium, "affiliate", "partnership", "partnerships"),
                                new Text("Affiliate")),
                        when(isOne(medium, "app", "link", "referral"), new Text("Referral")),
                        when(isOne(medium, "audio"), new Text("Audio")),
                        when(isDisplay(), new Text("Display")),
                        when(
                                isOne(medium, "e mail", "e-mail", "e_mail", "email"),
                                new Text("Email")),
                        when(isOne(medium, "mobile", "notification", "push"), new Text("Push")),
                        when(isOne(medium, "sms"), new Text("SMS")),
                        when(isSocial(), new Text("Organic Social")),
                        when(isOne(medium, "video"), new Text("Organic Video"))),
                new Null());
    }

    private SqlExpression isDisplay() {
        return isOne(medium, "banner", "cpm", "display", "expandable", "interstitial");
    }

    private SqlExpression isSocial() {
        return isOne(
                medium,
                "sm",
                "social",
                "social media",
                "social network",
                "social-media",
                "social-network");
    }

    private static SqlExpression isOne(SqlExpression value, String... choices) {
        return new In(value, Stream.of(choices).<SqlExpression>map(Text::new).toList());
    }

    private static SqlExpression matches(SqlExpression value, String pattern) {
        return new Call(SqlFunction.REGEXP_LIKE, value, new Text(pattern));
    }

    private static When when(SqlExpression condition, SqlExpression result) {
        return new When(condition, result);
    }

    private static SqlExpression present(SqlExpression value) {
        SqlExpression filled = new Call(SqlFunction.NULLIF, value, new Text(""));
        return new Call(SqlFunction.NULLIF, filled, new Text("null"));
    }

    private static SqlExpression lower(SqlExpression value) {
        return new Call(SqlFunction.LOWER, value);
    }

    private static SqlExpression ofPerson(EventColumns columns, String key) {
        return columns.property(new Property.OfPerson(key)).text();
    }
}
