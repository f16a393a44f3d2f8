package org.nuanxin.family;

/** How a member belongs to the child that died. */
public enum PersonRole {
    PARENT,
    /** a later spouse: no parent of the child */
    SPOUSE,
    GRANDCHILD,
    OTHER
}
