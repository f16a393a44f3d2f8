package org.nuanxin.family;

/** Why a file is closed. */
public enum ExitReason {
    BIRTH,
    ADOPTION,
    LAST_MEMBER_DIED,
    MOVED_OUT,
    ERROR,
    /** 并档: went into another file */
    MERGED;

    /** The reason of a change that closes the file. Throws {@link IllegalArgumentException} for others. */
    static ExitReason of(FamilyChange.Kind kind) {
        return switch (kind) {
            case CHILD_BORN -> BIRTH;
            case CHILD_ADOPTED -> ADOPTION;
            case LAST_PARENT_DIED -> LAST_MEMBER_DIED;
            case MOVED_OUT -> MOVED_OUT;
            case CLOSED_AS_ERROR -> ERROR;
            default -> throw new IllegalArgumentException("no exit: " + kind);
        };
    }
}
