package org.nuanxin.region;

import java.util.Collection;
import org.nuanxin.common.Rejected;

/**
 * Codes of our own, 12 characters like the statistics' but with a Z, for units that have none: a management zone
 * Z01000000000, a township of it Z01000Z01000, a village 350502005Z01.
 */
final class OwnCode {

    private static final int LENGTH = 12;
    private static final int LAST = 99;

    private OwnCode() {}

    /** What codes of our own below the parent look like, for a LIKE. */
    static String like(Region parent) {
        return prefix(parent) + "__" + zeros(parent);
    }

    /** The first code not taken. */
    static String next(Region parent, Collection<String> taken) {
        for (int number = 1; number <= LAST; number++) {
            String code = prefix(parent) + "%02d".formatted(number) + zeros(parent);
            if (!taken.contains(code)) {
                return code;
            }
        }
        throw new Rejected("region.reject.code-needed");
    }

    private static String prefix(Region parent) {
        return switch (parent.level().below()) {
            case COUNTY, CITY -> "Z";
            case TOWNSHIP -> parent.code().substring(0, 6) + "Z";
            case VILLAGE -> parent.code().substring(0, 9) + "Z";
        };
    }

    private static String zeros(Region parent) {
        return "0".repeat(LENGTH - prefix(parent).length() - 2);
    }
}
