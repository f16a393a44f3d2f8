package org.nuanxin.care;

/** How a person sleeps. */
enum Sleep {
    GOOD,
    SO_SO,
    SLEEPLESS,
    NOT_ASKED
}
