package dev.trendlake.intake.load;

/** What a bad line means for the good ones. */
public enum BadLines {
    /** The good ones are taken. */
    LEFT_OUT,
    /** None is taken. */
    FATAL
}
