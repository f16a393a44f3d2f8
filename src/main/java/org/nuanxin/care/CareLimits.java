package org.nuanxin.care;

/** Limits in days. The Reply gives none: all are readings [A], marked 口径待定 on the screen. */
public final class CareLimits {

    /** First visit, after the day we learned of the loss. */
    public static final int FIRST_VISIT_DAYS = 7;
    /** The festival's window opens so many days before the festival. */
    public static final int FESTIVAL_WINDOW_DAYS = 15;
    /** Illness, disaster, a worry about safety. */
    public static final int TIMELY_CARE_DAYS = 3;
    /** A task can be put off this long beyond its limit. */
    public static final int POSTPONE_DAYS = 30;
    /** Psychological help line of the state, day and night. */
    public static final String HELP_LINE = "12356";

    private CareLimits() {}
}
