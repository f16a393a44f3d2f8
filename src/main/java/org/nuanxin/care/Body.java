package org.nuanxin.care;

/** What a person says of the body. */
public enum Body {
    AS_BEFORE,
    KNEES,
    DIZZY,
    OUT_OF_HOSPITAL,
    OTHER
}
