package org.nuanxin.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows behind a figure: of the report as it stands, or of a snapshot as it was. */
@Service
@Transactional(readOnly = true)
class FigureRows {

    private final JdbcClient jdbc;
    private final RowNames names;
    private final JsonMapper json;

    FigureRows(JdbcClient jdbc, RowNames names, JsonMapper json) {
        this.jdbc = jdbc;
        this.names = names;
        this.json = json;
    }

    /**
     * A row with its name.
     *
     * @param name null where the family has left the account's scope since
     * @param link null for such a row, and where no page is behind it
     */
    public record Row(
            String key,
            @Nullable String name,
            String place,
            @Nullable LocalDate on,
            @Nullable BigDecimal amount,
            @Nullable String label,
            Map<String, String> dimensions,
            @Nullable String link) {}

    private record Stored(
            String key,
            long id,
            @Nullable Long family,
            @Nullable LocalDate on,
            @Nullable BigDecimal amount,
            @Nullable String label,
            Map<String, String> dimensions) {}

    /** Number of rows and sum of their amounts, before paging. */
    public record Totals(long count, BigDecimal sum) {}

    /** Where the rows come from, with its parameters: SQL that gives {@code key}, the row's columns and dimensions. */
    private record Source(String sql, Map<String, Object> parameters) {}

    KeysetPage<Row> page(Indicator indicator, ReportScope scope, FigureFilter filter) {
        return page(indicator, live(indicator, scope, filter), filter);
    }

    KeysetPage<Row> page(Indicator indicator, long snapshotId, FigureFilter filter) {
        return page(indicator, frozen(indicator, snapshotId, filter), filter);
    }

    Totals totals(Indicator indicator, ReportScope scope, FigureFilter filter) {
        return totals(live(indicator, scope, filter));
    }

    Totals totals(Indicator indicator, long snapshotId, FigureFilter filter) {
        return totals(frozen(indicator, snapshotId, filter));
    }

    private KeysetPage<Row> page(Indicator indicator, Source source, FigureFilter filter) {
        String after = filter.after();
        boolean first = after == null || after.isBlank();
        List<Stored> rows = read(indicator, source, first ? null : after, KeysetPage.SIZE + 1);
        KeysetPage<Stored> page =
                KeysetPage.of(rows, Stored::key, first, totals(source).count());
        return new KeysetPage<>(named(indicator, page.rows()), page.next(), first, page.total());
    }

    /** The next rows of an export. */
    List<Row> chunk(
            Indicator indicator,
            ReportScope scope,
            @Nullable Long snapshotId,
            FigureFilter filter,
            @Nullable String after,
            int size) {
        Source source = snapshotId == null ? live(indicator, scope, filter) : frozen(indicator, snapshotId, filter);
        return named(indicator, read(indicator, source, after, size));
    }

    private Totals totals(Source source) {
        return jdbc.sql("select count(*), coalesce(sum(s.amount), 0) from (" + source.sql() + ") s")
                .params(source.parameters())
                .query((row, n) ->
                        new Totals(row.getLong(1), row.getBigDecimal(2).setScale(2)))
                .single();
    }

    private List<Stored> read(Indicator indicator, Source source, @Nullable String after, int limit) {
        Map<String, Object> parameters = new HashMap<>(source.parameters());
        String continued = "";
        if (after != null) {
            continued = "where s.key > :after";
            parameters.put("after", after);
        }
        return jdbc.sql("select s.* from (" + source.sql() + ") s " + continued + " order by s.key limit " + limit)
                .params(parameters)
                .query((row, n) -> stored(row, indicator))
                .list();
    }

    private Source live(Indicator indicator, ReportScope scope, FigureFilter filter) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder where = new StringBuilder("r.region_path >= :low and r.region_path < :high");
        filter.narrowed().forEach((name, value) -> {
            where.append(" and ")
                    .append(name.equals("county") ? "split_part(r.region_path, '/', 2)" : "r." + name)
                    .append(" = :n_")
                    .append(name);
            parameters.put("n_" + name, value);
        });
        search(filter, "r.family", where, parameters);
        // the key sorts by sound, then by number: one text, compared by bytes
        return new Source(
                "select (r.sort || ' ' || lpad(r.id::text, 19, '0')) collate \"C\" as key, r.id, r.family, r.happened_on, r.amount, r.label"
                        + Figures.columns(indicator, "r.") + " from (" + indicator.rows() + ") r where " + where,
                parameters);
    }

    private Source frozen(Indicator indicator, long snapshotId, FigureFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("snapshot", snapshotId);
        parameters.put("figure", indicator.key());
        StringBuilder where = new StringBuilder("r.snapshot_id = :snapshot and r.figure = :figure");
        filter.narrowed().forEach((name, value) -> {
            where.append(" and ")
                    .append(
                            name.equals("county")
                                    ? "split_part(r.region_path, '/', 2)"
                                    : "r.dimensions ->> '" + name + "'")
                    .append(" = :n_")
                    .append(name);
            parameters.put("n_" + name, value);
        });
        search(filter, "r.family", where, parameters);
        return new Source(
                "select lpad(r.position::text, 10, '0') collate \"C\" as key, r.row_id as id, r.family, r.happened_on, r.amount, r.label, r.dimensions"
                        + " from report_snapshot_row r where " + where,
                parameters);
    }

    private void search(FigureFilter filter, String column, StringBuilder where, Map<String, Object> parameters) {
        if (filter.q() != null) {
            List<Long> matching = names.matching(Objects.requireNonNull(filter.q()));
            where.append(matching.isEmpty() ? " and false" : " and " + column + " in (:matching)");
            parameters.put("matching", matching);
        }
    }

    private Stored stored(ResultSet row, Indicator indicator) throws SQLException {
        Map<String, String> dimensions = new LinkedHashMap<>();
        boolean frozen = row.getMetaData().getColumnCount() == 7
                && row.getMetaData().getColumnName(7).equals("dimensions");
        if (frozen) {
            dimensions.putAll(json.readValue(row.getString(7), new TypeReference<Map<String, String>>() {}));
        } else {
            for (String dimension : indicator.dimensions()) {
                dimensions.put(dimension, row.getString(dimension));
            }
        }
        return new Stored(
                row.getString("key"),
                row.getLong("id"),
                row.getObject("family", Long.class),
                row.getObject("happened_on", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("label"),
                dimensions);
    }

    private List<Row> named(Indicator indicator, List<Stored> rows) {
        List<Long> families = rows.stream()
                .map(Stored::family)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        Map<Long, RowNames.Named> known = names.families(families);
        Map<Long, String> people = indicator.kind() == Indicator.Kind.PERSON
                ? names.people(rows.stream().map(Stored::id).toList())
                : Map.of();
        List<Row> named = new ArrayList<>();
        for (Stored row : rows) {
            Long family = row.family();
            RowNames.Named name = family == null ? null : known.get(family);
            String shown = family == null ? row.label() : name == null ? null : name.name();
            String person = people.get(row.id());
            if (name != null && person != null) {
                shown = person;
            }
            boolean visible = family == null || name != null;
            named.add(new Row(
                    row.key(),
                    shown,
                    name == null ? "" : name.place(),
                    row.on(),
                    row.amount(),
                    family == null ? null : row.label(),
                    row.dimensions(),
                    visible && !indicator.link().isEmpty()
                            ? indicator
                                    .link()
                                    .replace("{family}", String.valueOf(family))
                                    .replace("{id}", String.valueOf(row.id()))
                            : null));
        }
        return named;
    }
}
