package org.nuanxin.care;

/** What was seen of the home. */
enum Housing {
    SAFE,
    NO_HANDRAIL,
    LEAKS,
    OLD_WIRING
}
