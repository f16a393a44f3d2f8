package org.nuanxin.care;

/** What they need, in their own view. */
public enum Need {
    DOCTOR,
    HOUSEWORK,
    MEALS,
    REPAIR,
    COMPANY,
    MEDICAL_AID,
    PAPERWORK,
    WISH,
    OTHER
}
