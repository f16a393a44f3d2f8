package org.nuanxin.care;

/** Why nobody was met; that is a result too. */
public enum NotMetReason {
    NOT_HOME,
    HOSPITAL,
    TRAVELLING,
    ASKED_LATER,
    DECLINED,
    NO_ANSWER,
    OTHER
}
