package org.nuanxin.common;

/** Whom a fact, a decision or an entitlement is about. */
public record Subject(Kind kind, long id) {

    public enum Kind {
        PERSON,
        FAMILY,
        CARE_GROUP,
        /** an account of this portal; never together with a family */
        ACCOUNT,
        /** a unit of the tree; never together with a family */
        REGION,
        /** an entry of a reference list; never together with a family */
        DICTIONARY
    }

    public static Subject person(long id) {
        return new Subject(Kind.PERSON, id);
    }

    public static Subject family(long id) {
        return new Subject(Kind.FAMILY, id);
    }

    public static Subject account(long id) {
        return new Subject(Kind.ACCOUNT, id);
    }

    public static Subject careGroup(long id) {
        return new Subject(Kind.CARE_GROUP, id);
    }

    public static Subject region(long id) {
        return new Subject(Kind.REGION, id);
    }

    public static Subject dictionary(long id) {
        return new Subject(Kind.DICTIONARY, id);
    }
}
