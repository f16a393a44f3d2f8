package org.nuanxin.report;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The part of a figure that falls on one county and one value of each dimension.
 *
 * @param county 12-digit code, empty for what belongs to no county
 * @param sum of the amounts, zero where rows have none
 */
record Cell(String county, Map<String, String> dimensions, long count, BigDecimal sum) {

    boolean fits(Map<String, String> narrowed) {
        return narrowed.entrySet().stream()
                .allMatch(entry -> entry.getKey().equals("county")
                        ? county.equals(entry.getValue())
                        : entry.getValue().equals(dimensions.get(entry.getKey())));
    }
}
