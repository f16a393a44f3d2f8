package org.nuanxin.care;

/** How a person sleeps. */
public enum Sleep {
    GOOD,
    SO_SO,
    SLEEPLESS,
    NOT_ASKED
}
