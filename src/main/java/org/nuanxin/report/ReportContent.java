package org.nuanxin.report;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a report shows, in one value: computed live, or read back from a snapshot.
 *
 * @param figures cells by key of figure
 * @param rowChecks SHA-256 over the rows of each figure; only in a snapshot
 */
record ReportContent(
        int year,
        String regionZh,
        String regionEn,
        LocalDate asOf,
        List<County> counties,
        List<Line> lines,
        SortedMap<String, List<Cell>> figures,
        List<External> externals,
        SortedMap<String, String> rowChecks) {

    /** An active county of the report. */
    public record County(String code, String nameZh, String nameEn) {}

    /** An indicator as it was when the report was made. */
    public record Line(
            String key,
            Chapter chapter,
            Unit unit,
            String title,
            @Nullable String of,
            List<String> dimensions) {}

    /** Somebody else's figure with its source. */
    public record External(
            Chapter chapter,
            String titleZh,
            String titleEn,
            String valueZh,
            String valueEn,
            String sourceZh,
            String sourceEn) {}
}
