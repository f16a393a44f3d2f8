package org.nuanxin.report;

import java.util.List;

/** Livelihood class × ability grade, in the order the standards give them. */
final class Crosstab {

    static final List<String> LIVELIHOODS =
            List.of("extreme-hardship", "low-income", "near-low-income", "hardship-by-expense", "none", "unknown");
    /** GB/T 42195-2022; unknown: not assessed, a reported tier is no grade. */
    static final List<String> GRADES = List.of("intact", "mild", "moderate", "severe", "complete", "unknown");

    private Crosstab() {}
}
