package org.nuanxin.care;

/** What became of what we promised last time. */
enum LastPromise {
    KEPT,
    NOT_YET,
    NO_LONGER
}
