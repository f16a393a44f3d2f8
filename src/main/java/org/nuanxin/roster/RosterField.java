package org.nuanxin.roster;

import java.util.Locale;

/** What a column of a roster can mean. */
enum RosterField {
    SERIAL,
    TOWNSHIP,
    VILLAGE,
    ADDRESS,
    NAME,
    SEX,
    CITIZEN_ID(Mask.CITIZEN_ID),
    BORN,
    PHONE(Mask.PHONE),
    TIER,
    SPOUSE_NAME,
    SPOUSE_ID(Mask.CITIZEN_ID),
    SPOUSE_PHONE(Mask.PHONE),
    WIFE_NAME,
    WIFE_ID(Mask.CITIZEN_ID),
    WIFE_PHONE(Mask.PHONE),
    WIFE_TIER,
    HUSBAND_NAME,
    HUSBAND_ID(Mask.CITIZEN_ID),
    HUSBAND_PHONE(Mask.PHONE),
    HUSBAND_TIER,
    MARITAL,
    CHILD_NAME,
    CHILD_SEX,
    CHILD_BORN,
    CHILD_DIED,
    CATEGORY,
    LIVELIHOOD,
    BANK,
    ACCOUNT(Mask.ACCOUNT),
    REMARK;

    /** How a value is hidden where it is shown. */
    enum Mask {
        NONE,
        CITIZEN_ID,
        PHONE,
        ACCOUNT
    }

    private final Mask mask;

    RosterField() {
        this(Mask.NONE);
    }

    RosterField(Mask mask) {
        this.mask = mask;
    }

    Mask mask() {
        return mask;
    }

    /** Whether the column belongs to the layout with one row per couple. */
    boolean ofCouple() {
        return name().startsWith("WIFE_") || name().startsWith("HUSBAND_");
    }

    /** Whether a row without any of these can be no family. */
    boolean identifies() {
        return name().endsWith("NAME") || this == CITIZEN_ID || name().endsWith("_ID");
    }

    /** Key of its name in the message bundle. */
    String key() {
        return "roster.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
