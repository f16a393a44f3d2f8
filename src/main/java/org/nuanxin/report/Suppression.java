package org.nuanxin.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers from 1 to 4 are not made public, nor a number from which one of them follows by subtraction. */
final class Suppression {

    /** Smaller counts could point at a family. */
    static final int LEAST = 5;

    /** What stands in place of a small number. */
    static final String SHOWN = "＜5";

    /** What stands in place of a number that would give a small one away. */
    static final String KEPT_BACK = "…";

    private Suppression() {}

    static boolean small(@Nullable Long count) {
        return count != null && count > 0 && count < LEAST;
    }

    /** Numbers that add up to a known total: null for each that is hidden. A single one takes the next smallest along. */
    static List<@Nullable Long> of(List<Long> counts) {
        List<@Nullable Long> shown = new ArrayList<>(counts);
        int hidden = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (small(shown.get(i))) {
                shown.set(i, null);
                hidden++;
            }
        }
        if (hidden == 1) {
            int next = -1;
            for (int i = 0; i < shown.size(); i++) {
                Long count = shown.get(i);
                if (count != null && count > 0 && (next < 0 || count < counts.get(next))) {
                    next = i;
                }
            }
            if (next >= 0) {
                shown.set(next, null);
            }
        }
        return shown;
    }
}
