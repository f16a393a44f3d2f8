package org.nuanxin.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between two snapshots of one report: totals, then counties. */
@Component
class SnapshotChanges {

    /** A figure that changed; {@code county} null for the total. */
    public record Change(
            ReportContent.Line line, ReportContent.@Nullable County county, BigDecimal before, BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    List<Change> between(ReportContent before, ReportContent after) {
        Report old = new Report(before, false);
        Report now = new Report(after, false);
        List<Change> changes = new ArrayList<>();
        for (ReportContent.Line line : after.lines()) {
            add(changes, line, null, value(old.total(line.key())), value(now.total(line.key())));
            for (ReportContent.County county : after.counties()) {
                Map<String, String> narrowed = Map.of("county", county.code());
                add(
                        changes,
                        line,
                        county,
                        value(old.number(line.key(), narrowed)),
                        value(now.number(line.key(), narrowed)));
            }
        }
        return changes;
    }

    private static void add(
            List<Change> changes,
            ReportContent.Line line,
            ReportContent.@Nullable County county,
            BigDecimal before,
            BigDecimal after) {
        if (before.compareTo(after) != 0) {
            changes.add(new Change(line, county, before, after));
        }
    }

    private static BigDecimal value(Report.Number number) {
        Long count = number.count();
        return number.unit() == Unit.YUAN ? number.sum() : BigDecimal.valueOf(count == null ? 0 : count);
    }
}
