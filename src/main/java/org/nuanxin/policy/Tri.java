package org.nuanxin.policy;

/** Kleene's three values: a condition holds, does not hold, or rests on a fact nobody has recorded. */
public enum Tri {
    YES,
    NO,
    UNKNOWN;

    static Tri of(boolean holds) {
        return holds ? YES : NO;
    }

    Tri and(Tri other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : UNKNOWN;
    }

    Tri or(Tri other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO ? other : UNKNOWN;
    }
}
