package org.nuanxin.move;

/** Where a request stands. */
public enum MoveStatus {
    REQUESTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
