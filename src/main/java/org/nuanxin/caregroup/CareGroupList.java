package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.family.FamilyList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of families in care with their groups: one statement for the page, one for the count, one for the names. */
@Service
@Transactional(readOnly = true)
class CareGroupList {

    /** Seats that are held on :today, of the family at hand. */
    private static final String HELD = """
            from group_seat s join care_group g on g.id = s.group_id and g.closed_on is null
            where s.family_id = f.id and s.valid_from <= :today and (s.valid_to is null or s.valid_to > :today)""";

    private static final String FOUR = "(select count(distinct s.kind) " + HELD
            + " and s.kind in ('TOWNSHIP_CADRE', 'VILLAGE_PRESIDENT', 'VILLAGE_DOCTOR', 'GROUP_LEADER'))";
    private static final String ANY =
            "exists (select 1 from care_group g where g.family_id = f.id and g.closed_on is null)";

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Clock clock;

    CareGroupList(JdbcClient jdbc, FamilyList families, Clock clock) {
        this.jdbc = jdbc;
        this.families = families;
        this.clock = clock;
    }

    /** A family with the seats that are held; {@code left} is what this year's money still holds, null without any. */
    record Row(
            long familyId,
            String names,
            String place,
            boolean established,
            Set<SeatKind> held,
            int others,
            @Nullable BigDecimal left) {

        public List<SeatKind> four() {
            return SeatKind.theFour();
        }

        public long vacant() {
            return SeatKind.theFour().stream()
                    .filter(kind -> !held.contains(kind))
                    .count();
        }
    }

    /** How many families have all four seats filled, some, and none. */
    record Counts(long complete, long incomplete, long none) {

        public long total() {
            return complete + incomplete + none;
        }
    }

    private record Stored(
            long id,
            String sortName,
            boolean established,
            Set<SeatKind> held,
            int others,
            @Nullable BigDecimal left) {}

    KeysetPage<Row> page(CareGroupFilter filter) {
        Query query = query(filter);
        long total = jdbc.sql("select count(*) from (select 1 from family f where " + query.conditions() + " limit "
                        + (KeysetPage.COUNTED + 1) + ") as counted")
                .params(query.parameters)
                .query(Long.class)
                .single();
        String after = filter.getAfter();
        boolean first = after == null || !after.matches("[a-z0-9]*\\.\\d{1,18}");
        List<Stored> stored = stored(query, first ? null : after, KeysetPage.SIZE + 1);
        KeysetPage<Stored> page = KeysetPage.of(stored, row -> row.sortName() + "." + row.id(), first, total);
        return new KeysetPage<>(named(page.rows()), page.next(), first, total);
    }

    /** The next rows of an export, in the order of the list. */
    List<Row> chunk(CareGroupFilter filter, @Nullable Row last, int size) {
        Query query = query(filter);
        if (last != null) {
            query.conditions.add("(f.sort_name, f.id) > (select l.sort_name, l.id from family l where l.id = :last)");
            query.parameters.put("last", last.familyId());
        }
        return named(stored(query, null, size));
    }

    /** Over everything the account may see. */
    Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where four = 4), count(*) filter (where four < 4 and any_group),
                               count(*) filter (where not any_group)
                        from (select %s as four, %s as any_group from family f where f.status not in ('LEAD', 'EXITED')) c""".formatted(FOUR, ANY))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private List<Stored> stored(Query query, @Nullable String after, int limit) {
        if (after != null) {
            int dot = after.lastIndexOf('.');
            query.conditions.add("(f.sort_name, f.id) > (:afterName, :afterId)");
            query.parameters.put("afterName", after.substring(0, dot));
            query.parameters.put("afterId", Long.parseLong(after.substring(dot + 1)));
        }
        query.parameters.put("year", LocalDate.now(clock).getYear());
        return jdbc.sql("""
                        select f.id, f.sort_name, %s,
                               (select string_agg(distinct s.kind, ',') %s),
                               (select count(*) %s and s.kind in ('RELATIVE', 'SOCIAL_WORKER', 'VOLUNTEER')),
                               (select sum(l.amount) from group_ledger l where l.family_id = f.id and l.year = :year)
                        from family f where %s order by f.sort_name, f.id limit %d""".formatted(ANY, HELD, HELD, query.conditions(), limit))
                .params(query.parameters)
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        kinds(row.getString(4)),
                        row.getInt(5),
                        row.getBigDecimal(6)))
                .list();
    }

    private List<Row> named(List<Stored> stored) {
        Map<Long, FamilyList.Row> names = new HashMap<>();
        families.byIds(stored.stream().map(Stored::id).toList()).forEach(row -> names.put(row.id(), row));
        List<Row> rows = new ArrayList<>();
        for (Stored row : stored) {
            FamilyList.Row family = names.get(row.id());
            if (family != null) {
                rows.add(new Row(
                        row.id(),
                        family.names(),
                        family.place(),
                        row.established(),
                        row.held(),
                        row.others(),
                        row.left()));
            }
        }
        return rows;
    }

    private static Set<SeatKind> kinds(@Nullable String list) {
        return list == null
                ? Set.of()
                : List.of(list.split(",")).stream().map(SeatKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static final class Query {

        private final List<String> conditions = new ArrayList<>(List.of("f.status not in ('LEAD', 'EXITED')"));
        private final Map<String, Object> parameters = new HashMap<>();

        private String conditions() {
            return String.join(" and ", conditions);
        }
    }

    private Query query(CareGroupFilter filter) {
        Query query = new Query();
        query.parameters.put("today", LocalDate.now(clock));
        if (filter.getTownship() != null && !filter.getTownship().isBlank()) {
            query.conditions.add("starts_with(f.residence_path, :township)");
            query.parameters.put("township", filter.getTownship());
        }
        CareGroupFilter.State state = filter.getState();
        if (state != null) {
            query.conditions.add(
                    switch (state) {
                        case COMPLETE -> FOUR + " = 4";
                        case INCOMPLETE -> ANY + " and " + FOUR + " < 4";
                        case NONE -> "not " + ANY;
                    });
        }
        if (filter.getQ() != null && !filter.getQ().isBlank()) {
            String text = Normalizer.normalize(filter.getQ(), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "")
                    .toLowerCase(Locale.ROOT);
            query.parameters.put("q", text);
            // family members, or people who sit in the group
            query.conditions.add(
                    text.matches("[a-z]+")
                            ? "f.id in (select p.family_id from person p where p.active and (p.initials ^@ :q or p.pinyin ^@ :q))"
                            : "(f.file_number ^@ :q or f.id in (select p.family_id from person p where p.active and p.name ^@ :q)"
                                    + " or exists (select 1 " + HELD + " and s.person_name ^@ :q))");
        }
        return query;
    }
}
