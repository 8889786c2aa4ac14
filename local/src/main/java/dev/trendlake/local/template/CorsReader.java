package dev.trendlake.local.template;

/** Reads the {@code CorsConfiguration} of {@code AWS::Serverless::HttpApi}. */
final class CorsReader {
    private CorsReader() {}

    static CorsSettings cors(Resource api) {
        Section cors = api.properties().section("CorsConfiguration");
        try {
            return new CorsSettings(
                    cors.list("AllowOrigins"),
                    cors.list("AllowMethods"),
                    cors.list("AllowHeaders"),
                    cors.list("ExposeHeaders"),
                    cors.number("MaxAge", 0));
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplate(
                    api.properties().addressOf("CorsConfiguration"),
                    e.getMessage() + " is not allowed");
        }
    }
}
