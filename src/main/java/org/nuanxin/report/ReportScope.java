package org.nuanxin.report;

import java.time.LocalDate;
import java.util.Map;
import org.nuanxin.region.RegionPath;

/**
 * What a report is about: the families filed in a region, in a year up to a day.
 *
 * @param asOf the last day that counts: 31 December, or today while the year runs
 */
public record ReportScope(String regionPath, int year, LocalDate asOf) {

    /** The year as far as it has gone today. */
    static ReportScope of(String regionPath, int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return new ReportScope(regionPath, year, end.isAfter(today) ? today : end);
    }

    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    Map<String, Object> parameters() {
        return Map.of("low", regionPath, "high", new RegionPath(regionPath).high(), "from", from(), "asOf", asOf);
    }
}
