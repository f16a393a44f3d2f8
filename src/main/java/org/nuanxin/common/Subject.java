package org.nuanxin.common;

/** Whom a fact, a decision or an entitlement is about. */
public record Subject(Kind kind, long id) {

    public enum Kind {
        PERSON,
        FAMILY,
        CARE_GROUP
    }

    public static Subject person(long id) {
        return new Subject(Kind.PERSON, id);
    }

    public static Subject family(long id) {
        return new Subject(Kind.FAMILY, id);
    }

    public static Subject careGroup(long id) {
        return new Subject(Kind.CARE_GROUP, id);
    }
}
