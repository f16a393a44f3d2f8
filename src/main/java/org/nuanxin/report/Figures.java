package org.nuanxin.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Computes a report from its rows: one statement an indicator, however many families there are. */
@Service
class Figures {

    private final Indicators indicators;
    private final Regions regions;
    private final JdbcClient jdbc;

    Figures(Indicators indicators, Regions regions, JdbcClient jdbc) {
        this.indicators = indicators;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** As things stand now; all figures see the same moment, so that they add up. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportContent compute(ReportScope scope) {
        SortedMap<String, List<Cell>> figures = new TreeMap<>();
        for (Indicator indicator : indicators.all()) {
            figures.put(indicator.key(), cells(indicator, scope));
        }
        return content(scope, figures, new TreeMap<>());
    }

    /** The report around figures that are computed or frozen. */
    ReportContent content(
            ReportScope scope, SortedMap<String, List<Cell>> figures, SortedMap<String, String> rowChecks) {
        Region region = regions.byPath(scope.regionPath());
        return new ReportContent(
                scope.year(),
                region.nameZh(),
                region.nameEn(),
                scope.asOf(),
                counties(scope.regionPath()),
                indicators.all().stream()
                        .map(indicator -> new ReportContent.Line(
                                indicator.key(),
                                indicator.chapter(),
                                indicator.unit(),
                                indicator.title(),
                                indicator.of(),
                                indicator.dimensions()))
                        .toList(),
                figures,
                externals(),
                rowChecks);
    }

    private List<Cell> cells(Indicator indicator, ReportScope scope) {
        String columns = columns(indicator, "r.");
        return jdbc.sql("""
                        select split_part(r.region_path, '/', 2), count(*), coalesce(sum(r.amount), 0)%s
                        from (%s) r where r.region_path >= :low and r.region_path < :high group by 1%s order by 1%s""".formatted(columns, indicator.rows(), columns, columns))
                .params(scope.parameters())
                .query((row, n) -> cell(row, indicator.dimensions()))
                .list();
    }

    static String columns(Indicator indicator, String prefix) {
        StringBuilder columns = new StringBuilder();
        indicator
                .dimensions()
                .forEach(dimension -> columns.append(", ").append(prefix).append(dimension));
        return columns.toString();
    }

    static Cell cell(ResultSet row, List<String> dimensions) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            values.put(dimensions.get(i), row.getString(4 + i));
        }
        BigDecimal sum = row.getBigDecimal(3).setScale(2);
        return new Cell(row.getString(1), values, row.getLong(2), sum);
    }

    List<ReportContent.County> counties(String regionPath) {
        List<ReportContent.County> counties = new ArrayList<>();
        for (Region county : regions.counties()) {
            if (county.active() && (county.path().startsWith(regionPath) || regionPath.startsWith(county.path()))) {
                counties.add(new ReportContent.County(county.code(), county.nameZh(), county.nameEn()));
            }
        }
        return counties;
    }

    private List<ReportContent.External> externals() {
        return jdbc.sql("""
                        select chapter, title_zh, title_en, value_zh, value_en, source_zh, source_en
                        from external_figure order by position""")
                .query((row, n) -> new ReportContent.External(
                        Chapter.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
