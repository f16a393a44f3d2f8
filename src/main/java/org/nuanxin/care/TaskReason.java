package org.nuanxin.care;

/** Why a task was opened; the day it speaks of stands beside it. */
public enum TaskReason {
    NEW_LOSS,
    SPRING_FESTIVAL,
    DRAGON_BOAT,
    MID_AUTUMN,
    DOUBLE_NINTH,
    /** somebody worried at a visit 担心安全 */
    SAFETY,
    HOSPITAL,
    ILLNESS,
    DISASTER,
    /** a death in the family */
    DEATH,
    /** confirmed, and no visit on record */
    NEVER_VISITED,
    CADENCE,
    /** agreed at the last visit */
    AGREED,
    /** the yearly re-verification 年审; the day it began */
    YEARLY
}
