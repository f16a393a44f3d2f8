package org.nuanxin.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Freezes reports under a number, and gives them out again exactly as they were. */
@Service
class Snapshots {

    private static final ZoneId QUANZHOU = ZoneId.of("Asia/Shanghai");
    private static final String HEAD = "id, region_path, year, number, as_of, frozen_at, frozen_by_name, sha256";

    private final Indicators indicators;
    private final Figures figures;
    private final ReportWorkbook workbook;
    private final Accounts accounts;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Snapshots(
            Indicators indicators,
            Figures figures,
            ReportWorkbook workbook,
            Accounts accounts,
            Audit audit,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.workbook = workbook;
        this.accounts = accounts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A snapshot without its content; {@code check} shortens the SHA-256. */
    public record Head(
            long id,
            String regionPath,
            int year,
            int number,
            LocalDate asOf,
            Instant frozenAt,
            String frozenBy,
            String sha256) {

        public LocalDate frozenOn() {
            return LocalDate.ofInstant(frozenAt, QUANZHOU);
        }

        public String check() {
            return sha256.substring(0, 4) + " " + sha256.substring(4, 8) + " … " + sha256.substring(60);
        }
    }

    /** A snapshot with its content, and whether the check still agrees. */
    record Frozen(Head head, ReportContent content, boolean intact) {}

    /**
     * Freezes the report as it stands: first the rows, then the figures counted from those rows. Returns its id.
     *
     * @throws Rejected where somebody froze the same report at the same moment
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public long freeze(ReportScope scope) {
        long id = jdbc.sql("select nextval('report_snapshot_seq')")
                .query(Long.class)
                .single();
        SortedMap<String, List<Cell>> cells = new TreeMap<>();
        for (Indicator indicator : indicators.all()) {
            keepRows(id, indicator, scope);
            cells.put(indicator.key(), cells(id, indicator));
        }
        ReportContent content = figures.content(scope, cells, rowChecks(id));
        String text = json.writeValueAsString(content);
        try {
            jdbc.sql("""
                            insert into report_snapshot (id, region_path, year, number, as_of, frozen_at, frozen_by,
                                frozen_by_name, content, sha256, workbook)
                            select :id, :low, :year, coalesce(max(number), 0) + 1, :asOf, :now, :actor, :name, :content, :sha, :book
                            from report_snapshot where region_path = :low and year = :year""")
                    .param("id", id)
                    .param("low", scope.regionPath())
                    .param("year", scope.year())
                    .param("asOf", scope.asOf())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("actor", Scope.actor())
                    .param("name", accounts.names(List.of(Scope.actor())).getOrDefault(Scope.actor(), ""))
                    .param("content", text)
                    .param("sha", sha256(text))
                    .param("book", issue(content))
                    .update();
        } catch (DataIntegrityViolationException raced) {
            throw new Rejected("report.reject.raced");
        }
        audit.record(Act.general("report.frozen"));
        return id;
    }

    private void keepRows(long id, Indicator indicator, ReportScope scope) {
        StringBuilder dimensions = new StringBuilder();
        indicator
                .dimensions()
                .forEach(dimension -> dimensions
                        .append(dimensions.isEmpty() ? "" : ", ")
                        .append("'")
                        .append(dimension)
                        .append("', r.")
                        .append(dimension));
        jdbc.sql("""
                        insert into report_snapshot_row (snapshot_id, figure, position, region_path, row_id, family,
                            happened_on, amount, label, dimensions)
                        select :snapshot, :figure, row_number() over (order by split_part(r.region_path, '/', 2), r.sort, r.id),
                               r.region_path, r.id, r.family, r.happened_on, r.amount, r.label, jsonb_build_object(%s)
                        from (%s) r where r.region_path >= :low and r.region_path < :high""".formatted(dimensions, indicator.rows()))
                .params(scope.parameters())
                .param("snapshot", id)
                .param("figure", indicator.key())
                .update();
    }

    private List<Cell> cells(long id, Indicator indicator) {
        StringBuilder columns = new StringBuilder();
        indicator
                .dimensions()
                .forEach(dimension ->
                        columns.append(", r.dimensions ->> '").append(dimension).append("'"));
        return jdbc.sql("""
                        select split_part(r.region_path, '/', 2), count(*), coalesce(sum(r.amount), 0)%s
                        from report_snapshot_row r where r.snapshot_id = :snapshot and r.figure = :figure
                        group by 1%s order by 1%s""".formatted(columns, columns, columns))
                .param("snapshot", id)
                .param("figure", indicator.key())
                .query((row, n) -> Figures.cell(row, indicator.dimensions()))
                .list();
    }

    /** One SHA-256 over the rows of each figure. */
    private SortedMap<String, String> rowChecks(long id) {
        return new TreeMap<>(
                jdbc
                        .sql("""
                        select figure, encode(sha256(convert_to(string_agg(
                                   row_id || '|' || coalesce(family::text, '') || '|' || coalesce(amount::text, '') || '|' || dimensions,
                                   E'\\n' order by position), 'UTF8')), 'hex')
                        from report_snapshot_row where snapshot_id = :snapshot group by figure""")
                        .param("snapshot", id)
                        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private byte[] issue(ReportContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            workbook.write(new Report(content, false), Locale.SIMPLIFIED_CHINESE, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Snapshots this account may see, the newest first. */
    @Transactional(readOnly = true)
    public List<Head> all() {
        return jdbc.sql("select " + HEAD
                        + " from report_snapshot order by year desc, region_path, number desc limit 200")
                .query((row, n) -> head(row))
                .list();
    }

    /** Those of one report, the newest first. */
    @Transactional(readOnly = true)
    public List<Head> of(String regionPath, int year) {
        return jdbc.sql("select " + HEAD
                        + " from report_snapshot where region_path = :path and year = :year order by number desc")
                .param("path", regionPath)
                .param("year", year)
                .query((row, n) -> head(row))
                .list();
    }

    /** Throws {@link NotFound} out of scope. */
    @Transactional(readOnly = true)
    public Frozen get(long id) {
        return jdbc.sql("select " + HEAD + ", content from report_snapshot where id = :id")
                .param("id", id)
                .query((row, n) -> {
                    String text = row.getString(9);
                    Head head = head(row);
                    return new Frozen(
                            head,
                            json.readValue(text, ReportContent.class),
                            sha256(text).equals(head.sha256()));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whether the rows behind every figure are still those that were counted. */
    @Transactional(readOnly = true)
    public boolean rowsIntact(long id) {
        return get(id).content().rowChecks().equals(rowChecks(id));
    }

    /** The .xlsx exactly as first issued. */
    @Transactional
    public byte[] reissue(long id) {
        audit.record(Act.general("report.exported"));
        return jdbc.sql("select workbook from report_snapshot where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getString(8));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
