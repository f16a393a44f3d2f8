package org.nuanxin.care;

/** What became of what we promised last time. */
public enum LastPromise {
    KEPT,
    NOT_YET,
    NO_LONGER
}
