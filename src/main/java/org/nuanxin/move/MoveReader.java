package org.nuanxin.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.RegionPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests as far as this account may see them. */
@Service
@Transactional(readOnly = true)
public class MoveReader {

    /** The other side of the request is this account's, while it is open. */
    private static final String ANSWERABLE = """
            (r.status = 'REQUESTED' and case r.side when 'GIVER' then nuanxin_within(r.to_path)
                                                   else nuanxin_within(s.region_path) end)""";

    private static final String WITHDRAWABLE = """
            (r.status = 'REQUESTED' and case r.side when 'TAKER' then nuanxin_within(r.to_path)
                else nuanxin_within(s.region_path) or (r.kind = 'RESIDENCE' and nuanxin_within(r.from_path)) end)""";

    private static final String FROM = " from move_request r left join move_subject s on s.request_id = r.id where ";

    private static final String SELECT = """
            select r.id, r.number, r.kind, r.side = 'TAKER', r.with_residence, coalesce(r.across_counties, false), s.family_id,
                   r.from_path, r.to_path, r.effective_on, r.paid_from, r.reason, r.masked, r.people, r.status, r.asked_by,
                   (select a.display_name from account a where a.id = r.asked_by), r.asked_on,
                   (select a.display_name from account a where a.id = r.decided_by), r.decided_on, r.answer,
                   coalesce(%s, false), coalesce(%s, false)""".formatted(ANSWERABLE, WITHDRAWABLE) + FROM;

    private final JdbcClient jdbc;

    MoveReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One request. Throws {@link NotFound} where neither side is this account's. */
    public MoveRequest find(long id) {
        return jdbc.sql(SELECT + "r.id = :id")
                .param("id", id)
                .query(MoveReader::read)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** All moves of a family, the newest first. */
    public List<MoveRequest> ofFamily(long familyId) {
        return jdbc.sql(SELECT + "s.family_id = :family order by r.id desc")
                .param("family", familyId)
                .query(MoveReader::read)
                .list();
    }

    /** Requests that wait for an answer of this account's region, the longest first. */
    List<MoveRequest> waiting() {
        return jdbc.sql(SELECT + ANSWERABLE + " order by r.asked_on, r.id limit 50")
                .query(MoveReader::read)
                .list();
    }

    KeysetPage<MoveRequest> page(MoveFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = jdbc.sql(
                        "select count(*) from (select 1" + FROM + where + " limit " + (KeysetPage.COUNTED + 1) + ") c")
                .params(parameters)
                .query(Long.class)
                .single();
        String after = filter.getAfter();
        boolean first = after == null || !after.matches("\\d{1,18}");
        if (!first) {
            where += " and r.id < :after";
            parameters.put("after", Long.parseLong(Objects.requireNonNull(after)));
        }
        List<MoveRequest> rows = jdbc.sql(SELECT + where + " order by r.id desc limit " + (KeysetPage.SIZE + 1))
                .params(parameters)
                .query(MoveReader::read)
                .list();
        return KeysetPage.of(rows, row -> String.valueOf(row.id()), first, total);
    }

    /** How many requests there are at all, and how many wait for this account's region. */
    record Counts(long all, long waiting) {}

    Counts counts() {
        return jdbc.sql("select count(*), count(*) filter (where " + ANSWERABLE + ")" + FROM + "true")
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The county that pays this family the month of the day: exactly one. Throws {@link NotFound} out of scope. */
    public RegionPath payingCounty(long familyId, LocalDate month) {
        return jdbc
                .sql("select paying_county(:family, :month) as county")
                .param("family", familyId)
                .param("month", month)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(RegionPath::new)
                .orElseThrow(NotFound::new);
    }

    private static String where(MoveFilter filter, Map<String, Object> parameters) {
        String where = "true";
        if (filter.getStatus() != null) {
            where += " and r.status = :status";
            parameters.put("status", filter.getStatus().name());
        }
        if ("in".equals(filter.getWay())) {
            where += " and nuanxin_within(r.to_path)";
        } else if ("out".equals(filter.getWay())) {
            where += " and (nuanxin_within(r.from_path) or (r.from_path is null and s.family_id is not null))";
        } else if ("waiting".equals(filter.getWay())) {
            where += " and " + ANSWERABLE;
        }
        if (filter.getQ() != null && !filter.getQ().isBlank()) {
            where +=
                    " and (r.number ^@ upper(:q) or s.family_id in (select p.family_id from person p where p.name ^@ :q"
                            + " or p.initials ^@ lower(:q) or p.pinyin ^@ lower(:q)))";
            parameters.put("q", filter.getQ());
        }
        return where;
    }

    private static MoveRequest read(ResultSet row, int n) throws SQLException {
        return new MoveRequest(
                row.getLong(1),
                row.getString(2),
                MoveKind.valueOf(row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getBoolean(6),
                number(row, 7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getString(12),
                row.getString(13),
                row.getObject(14, Integer.class),
                MoveStatus.valueOf(row.getString(15)),
                row.getLong(16),
                row.getString(17),
                row.getObject(18, LocalDate.class),
                row.getString(19),
                row.getObject(20, LocalDate.class),
                row.getString(21),
                row.getBoolean(22),
                row.getBoolean(23));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
