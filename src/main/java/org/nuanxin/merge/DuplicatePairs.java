package org.nuanxin.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of open files that look like one family, found in sets; and the word of who looked that they are two. */
@Service
@Transactional(readOnly = true)
class DuplicatePairs {

    /** Rows of an export. */
    static final int ALL = 20_000;

    /** Open files of the scope in pairs, with the reasons. A common name alone is none: the month of birth must agree. */
    private static final String PAIRS = """
            with someone as (
                select p.family_id, p.name, p.born_on, p.phone_index, p.account_index, p.citizen_id_index
                from person p join family f on f.id = p.family_id where f.status <> 'EXITED'),
            alike (x, y, why) as (
                select a.family_id, b.family_id, 'CITIZEN_ID' from someone a join someone b
                    on b.citizen_id_index = a.citizen_id_index and a.family_id < b.family_id
                union select a.family_id, b.family_id, 'PERSON' from someone a join someone b
                    on b.name = a.name and date_trunc('month', b.born_on) = date_trunc('month', a.born_on) and a.family_id < b.family_id
                union select a.family_id, b.family_id, 'PHONE' from someone a join someone b
                    on b.phone_index = a.phone_index and a.family_id < b.family_id
                union select a.family_id, b.family_id, 'ACCOUNT' from someone a join someone b
                    on b.account_index = a.account_index and a.family_id < b.family_id
                union select a.family_id, b.family_id, 'CHILD'
                    from child a join child b on b.name = a.name and a.family_id < b.family_id
                        and (b.born_on = a.born_on or b.died_on = a.died_on)
                    join family f on f.id = a.family_id and f.status <> 'EXITED'
                    join family g on g.id = b.family_id and g.status <> 'EXITED'),
            pair as (
                select l.x, l.y, array_agg(l.why order by l.why) as likeness, max(r.id) as ruling, max(r.reason) as reason,
                       max(a.display_name) as ruled_by
                from alike l
                left join duplicate_ruling r on r.family_id = l.x and r.other_id = l.y and r.revoked_at is null
                left join account a on a.id = r.ruled_by
                where not exists (select 1 from family f where f.id in (l.x, l.y) and f.split_from in (l.x, l.y))
                group by l.x, l.y)
            """;

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Audit audit;

    DuplicatePairs(JdbcClient jdbc, FamilyList families, Audit audit) {
        this.jdbc = jdbc;
        this.families = families;
        this.audit = audit;
    }

    private record Found(
            long first,
            long second,
            Set<Likeness> likeness,
            @Nullable Long ruling,
            @Nullable String reason,
            @Nullable String by) {}

    /** Two files side by side; with the ruling where somebody found that they are two families. */
    record Pair(
            FamilyList.Row first,
            FamilyList.Row second,
            Set<Likeness> likeness,
            @Nullable Long ruling,
            @Nullable String reason,
            @Nullable String ruledBy) {}

    KeysetPage<Pair> page(DuplicateFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = conditions(filter, parameters);
        long total = jdbc.sql(PAIRS + "select count(*) from pair where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String after = filter.getAfter();
        boolean first = true;
        if (after != null && after.matches("\\d{1,18}\\.\\d{1,18}")) {
            first = false;
            where += " and (x, y) > (:x, :y)";
            parameters.put("x", Long.parseLong(after.substring(0, after.indexOf('.'))));
            parameters.put("y", Long.parseLong(after.substring(after.indexOf('.') + 1)));
        }
        KeysetPage<Found> found = KeysetPage.of(
                found(where, parameters, KeysetPage.SIZE + 1),
                pair -> pair.first() + "." + pair.second(),
                first,
                total);
        return new KeysetPage<>(complete(found.rows()), found.next(), first, total);
    }

    /** All pairs of a filter, for an export. */
    List<Pair> all(DuplicateFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        return complete(found(conditions(filter, parameters), parameters, ALL));
    }

    /** Pairs that wait for somebody to look. */
    long waiting() {
        return jdbc.sql(PAIRS + "select count(*) from pair where ruling is null")
                .query(Long.class)
                .single();
    }

    /** Files that look like this one and were not found to be another family. */
    List<Long> like(long familyId) {
        return jdbc.sql("""
                        select distinct b.family_id from person a
                        join person b on b.family_id <> a.family_id and (b.citizen_id_index = a.citizen_id_index
                            or b.phone_index = a.phone_index or b.account_index = a.account_index
                            or b.name = a.name and date_trunc('month', b.born_on) = date_trunc('month', a.born_on))
                        join family f on f.id = b.family_id and f.status <> 'EXITED'
                        where a.family_id = :family
                          and not exists (select 1 from family s where s.id in (a.family_id, b.family_id)
                                          and s.split_from in (a.family_id, b.family_id))
                          and not exists (
                            select 1 from duplicate_ruling r where r.revoked_at is null
                              and r.family_id = least(a.family_id, b.family_id) and r.other_id = greatest(a.family_id, b.family_id))
                        limit 5""")
                .param("family", familyId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** These are two families: the pair is not shown again until this is revoked. */
    @Transactional
    void rule(long one, long other, String reason) {
        long first = Math.min(one, other);
        long second = Math.max(one, other);
        try {
            int written = jdbc.sql("""
                            insert into duplicate_ruling (id, family_id, region_path, other_id, other_path, reason, ruled_by)
                            select nextval('duplicate_ruling_seq'), f.id, f.region_path, g.id, g.region_path, :reason, :by
                            from family f join family g on g.id = :second where f.id = :first""")
                    .param("first", first)
                    .param("second", second)
                    .param("reason", reason)
                    .param("by", Scope.actor())
                    .update();
            if (written == 0) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException again) {
            throw new Rejected("merge.reject.ruled-already");
        }
        audit.record(Stream.of(first, second)
                .map(family -> Act.of("merge.found-different", family).because(reason))
                .toList());
    }

    /** Looks at the pair again. */
    @Transactional
    void revoke(long rulingId) {
        List<Long> pair = jdbc.sql("""
                        update duplicate_ruling set revoked_at = now(), revoked_by = :by
                        where id = :id and revoked_at is null returning family_id, other_id""")
                .param("id", rulingId)
                .param("by", Scope.actor())
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .optional()
                .orElseThrow(NotFound::new);
        audit.record(pair.stream()
                .map(family -> Act.of("merge.ruling-revoked", family))
                .toList());
    }

    private static String conditions(DuplicateFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(filter.isRuled() ? "ruling is not null" : "ruling is null");
        Likeness like = filter.getLike();
        if (like != null) {
            where.append(" and :like = any (likeness)");
            parameters.put("like", like.name());
        }
        if (filter.active().containsKey("township")) {
            where.append(
                    " and exists (select 1 from family f where f.id in (x, y) and starts_with(f.residence_path, :township))");
            parameters.put("township", String.valueOf(filter.getTownship()));
        }
        if (filter.active().containsKey("q")) {
            where.append(" and exists (select 1 from person p where p.family_id in (x, y)"
                    + " and (p.name ^@ :q or p.initials ^@ :q or p.pinyin ^@ :q))");
            parameters.put("q", String.valueOf(filter.getQ()));
        }
        return where.toString();
    }

    private List<Found> found(String where, Map<String, Object> parameters, int limit) {
        return jdbc.sql(PAIRS + "select x, y, likeness, ruling, reason, ruled_by from pair where " + where
                        + " order by x, y limit " + limit)
                .params(parameters)
                .query(DuplicatePairs::found)
                .list();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        Set<Likeness> likeness = EnumSet.noneOf(Likeness.class);
        Arrays.stream((String[]) row.getArray(3).getArray())
                .map(Likeness::valueOf)
                .forEach(likeness::add);
        return new Found(
                row.getLong(1),
                row.getLong(2),
                likeness,
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6));
    }

    private List<Pair> complete(List<Found> found) {
        Set<Long> ids = new TreeSet<>();
        found.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
        Map<Long, FamilyList.Row> rows =
                families.byIds(ids).stream().collect(Collectors.toMap(FamilyList.Row::id, Function.identity()));
        return found.stream()
                .filter(pair -> rows.containsKey(pair.first()) && rows.containsKey(pair.second()))
                .map(pair -> new Pair(
                        Objects.requireNonNull(rows.get(pair.first())),
                        Objects.requireNonNull(rows.get(pair.second())),
                        pair.likeness(),
                        pair.ruling(),
                        pair.reason(),
                        pair.by()))
                .toList();
    }
}
