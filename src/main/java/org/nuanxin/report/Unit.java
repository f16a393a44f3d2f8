package org.nuanxin.report;

/** What a figure counts; the message is {@code report.unit.<name>}. */
public enum Unit {
    FAMILIES,
    PEOPLE,
    GROUPS,
    TIMES,
    ITEMS,
    /** a sum, with two decimals */
    YUAN
}
