package org.nuanxin.care;

/** What was seen of the home. */
public enum Housing {
    SAFE,
    NO_HANDRAIL,
    LEAKS,
    OLD_WIRING
}
