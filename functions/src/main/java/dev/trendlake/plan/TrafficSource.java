package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What kind of site people come from (spec: trends, 10), as far as it is widely known: by its
 * domain, at any depth and with any ending, or by the bare name that a {@code utm_source} gives.
 */
enum TrafficSource {
    EMAIL(
            "Email",
            "",
            "Email",
            "gmail|"
                + "(?:e?mail|webmail|outlook|inbox)[.](?:google|yahoo|aol|live|office|office365|proton|zoho|yandex|qq|163|126)|"
                + "protonmail",
            "com[.]google[.]android[.]gm|com[.]apple[.]mobilemail|"
                    + "com[.]yahoo[.]mobile[.]client[.]android[.]mail"),
    VIDEO(
            "Video",
            "Paid Video",
            "Organic Video",
            "youtube|vimeo|twitch|dailymotion|bilibili|netflix|hulu|disneyplus|"
                    + "wistia|iqiyi|youku|rumble",
            "youtu[.]be|ted[.]com|b23[.]tv|com[.]google[.]android[.]youtube"),
    SOCIAL(
            "Social",
            "Paid Social",
            "Organic Social",
            "facebook|fb|instagram|ig|twitter|linkedin|pinterest|reddit|tiktok|"
                    + "snapchat|tumblr|quora|threads|whatsapp|telegram|discord|messenger|"
                    + "wechat|weibo|vk|vkontakte|medium|substack|mastodon|bluesky|bsky|"
                    + "flickr|xing|meetup|stackoverflow|stackexchange|hackernews|producthunt|"
                    + "disqus|blogspot|blogger|wordpress|livejournal|myspace|nextdoor|yelp|"
                    + "tripadvisor|douban|zhihu|deviantart|goodreads",
            "social|social-media|line|line[.]me|x[.]com|t[.]co|fb[.]me|lnkd[.]in|"
                    + "t[.]me|wa[.]me|news[.]ycombinator[.]com|pin[.]it|redd[.]it|vk[.]com|"
                    + "com[.]linkedin[.]android|com[.]reddit[.]frontpage|"
                    + "com[.]twitter[.]android|com[.]facebook[.]katana|"
                    + "com[.]instagram[.]android|dev[.]to|bit[.]ly|discord[.]gg"),
    SHOPPING(
            "Shopping",
            "Paid Shopping",
            "Organic Shopping",
            "amazon|ebay|etsy|walmart|aliexpress|alibaba|shopify|shopping|flipkart|"
                    + "rakuten|mercadolibre|mercadolivre|taobao|tmall|shopee|lazada|zalando|"
                    + "bestbuy|igshopping",
            "shop[.]app|target[.]com|shopping[.]google[.]com|1688[.]com|bol[.]com|" + "jd[.]com"),
    SEARCH(
            "Search",
            "Paid Search",
            "Organic Search",
            "google|bing|yahoo|duckduckgo|ddg|baidu|yandex|ecosia|startpage|qwant|"
                    + "naver|daum|sogou|seznam|dogpile|lycos|mojeek|presearch|aol|adwords|"
                    + "swisscows|metager|kagi|haosou",
            "search[.]brave[.]com|ask[.]com|msn[.]com|so[.]com|360[.]cn|you[.]com|"
                    + "ask|msn|brave|com[.]google[.]android[.]googlequicksearchbox|"
                    + "google-play|(?:[^/]*[.])?ya[.]ru");

    private final String kind;
    private final String paid;
    private final String organic;
    private final String pattern;

    TrafficSource(String kind, String paid, String organic, String names, String others) {
        this.kind = kind;
        this.paid = paid;
        this.organic = organic;
        // Names at any depth and with any ending; the others as they stand.
        this.pattern =
                "^(?:[a-z-]+://)?(?:(?:[^/]*[.])?(?:"
                        + names
                        + ")(?:[.](?:com|co|net|ne|org|or))?(?:[.][a-z]{2,})?|(?:www[.]|m[.])?(?:"
                        + others
                        + "))(?:[:/].*)?$";
    }

    /** The channel when the visit was paid for; NULL for an unknown source. */
    static SqlExpression paid(SqlExpression source) {
        return first(source, channel -> channel.paid);
    }

    /** The channel when the visit was not paid for; NULL for an unknown source. */
    static SqlExpression organic(SqlExpression source) {
        return first(source, channel -> channel.organic);
    }

    /** The kind of site; NULL for an unknown source. */
    static SqlExpression kind(SqlExpression source) {
        return first(source, channel -> channel.kind);
    }

    private static SqlExpression first(SqlExpression source, Function<TrafficSource, String> name) {
        SqlExpression lower = new Call(SqlFunction.LOWER, source);
        return new Case(
                Arrays.stream(values())
                        .map(channel -> channel.when(lower, name.apply(channel)))
                        .toList(),
                new Null());
    }

    private When when(SqlExpression source, String name) {
        SqlExpression isOne = new Call(SqlFunction.REGEXP_LIKE, source, new Text(pattern));
        return new When(isOne, name.isEmpty() ? new Null() : new Text(name));
    }
}
