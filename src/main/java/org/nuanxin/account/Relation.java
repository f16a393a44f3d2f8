package org.nuanxin.account;

/** Whose file a person keeps away from. */
public enum Relation {
    SELF,
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE
}
