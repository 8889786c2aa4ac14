package dev.trendlake.intake.load;

/** The texts of an event, with their places in a row; property columns follow. */
enum EventField {
    EVENT(0),
    DISTINCT_ID(1),
    PERSON_ID(2),
    UUID(3),
    ELEMENTS_CHAIN(4),
    PERSON_PROPERTIES(5),
    PROPERTIES(6),
    SESSION(7),
    GROUP_0(8),
    GROUP_1(9),
    GROUP_2(10),
    GROUP_3(11),
    GROUP_4(12);

    /** How many there are. */
    static final int COUNT = values().length;

    private final int place;

    EventField(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }
}
