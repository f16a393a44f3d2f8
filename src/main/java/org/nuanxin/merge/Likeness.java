package org.nuanxin.merge;

/** Why two files may be one family. */
enum Likeness {
    /** the same citizen ID, in one of them of a member who left */
    CITIZEN_ID,
    /** a member of the same name, born in the same month */
    PERSON,
    PHONE,
    /** the same one-card account; spouses may share one, two families hardly */
    ACCOUNT,
    /** a child of the same name, born or departed on the same day */
    CHILD
}
