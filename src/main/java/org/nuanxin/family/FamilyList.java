package org.nuanxin.family;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of families: one statement for the page, one for its people, one for each contributed column. */
@Service
@Transactional(readOnly = true)
public class FamilyList {

    /** How many families one act takes at once. */
    static final int MANY = 500;

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final Regions regions;
    private final Formats formats;
    private final FamilyColumns columns;
    private final List<FamilyCondition> conditions;

    FamilyList(
            JdbcClient jdbc,
            BlindIndex index,
            Regions regions,
            Formats formats,
            FamilyColumns columns,
            List<FamilyCondition> conditions) {
        this.jdbc = jdbc;
        this.index = index;
        this.regions = regions;
        this.formats = formats;
        this.columns = columns;
        this.conditions = conditions;
    }

    /** A living or late member in a row. */
    public record Someone(
            long familyId,
            long id,
            String name,
            PersonRole role,
            boolean contact,
            @Nullable LocalDate bornOn,
            boolean alive,
            @Nullable String ability,
            @Nullable String reportedTier,
            @Nullable String livelihood) {}

    /** A row of the list; {@code alive}: the living ones of those it names; {@code cells}: the contributed ones, by column. */
    public record Row(
            long id,
            @Nullable String fileNumber,
            FamilyStatus status,
            Origin origin,
            Category category,
            @Nullable LivingArrangement living,
            ContactPreferences.Visits visits,
            String names,
            String place,
            String ages,
            List<Someone> alive,
            List<Someone> people,
            String sortKey,
            Map<String, FamilyGlance.Cell> cells) {

        /** Reviewed, or registered from stock: the county can confirm it. */
        public boolean confirmable() {
            return status == FamilyStatus.REVIEWED || (status == FamilyStatus.REGISTERED && origin == Origin.STOCK);
        }
    }

    private record Stored(
            long id,
            @Nullable String fileNumber,
            FamilyStatus status,
            Origin origin,
            String residencePath,
            Category category,
            @Nullable LivingArrangement living,
            ContactPreferences.Visits visits,
            String sortKey) {}

    /** How many files are open, and how many of them confirmed; both counted up to {@link KeysetPage#COUNTED}. */
    public record Counts(long open, long confirmed) {

        public boolean capped() {
            return open > KeysetPage.COUNTED;
        }
    }

    /** The figures above the list. */
    public Counts counts() {
        return jdbc.sql("""
                        select count(*), count(*) filter (where status = 'CONFIRMED')
                        from (select f.status from family f where f.status <> 'EXITED' limit :cap) as counted""")
                .param("cap", KeysetPage.COUNTED + 1)
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** One page, sorted by the contact person's sound. */
    public KeysetPage<Row> page(FamilyFilter filter) {
        FamilyQuery counted = query(filter);
        long total = jdbc.sql("select count(*) from (select 1 from family f where " + counted.conditions() + " limit "
                        + (KeysetPage.COUNTED + 1) + ") as counted")
                .params(counted.parameters())
                .query(Long.class)
                .single();
        return rows(filter, total, KeysetPage.SIZE + 1);
    }

    private FamilyQuery query(FamilyFilter filter) {
        return new FamilyQuery(filter, index, formats.today(), conditions);
    }

    private KeysetPage<Row> rows(FamilyFilter filter, long total, int limit) {
        FamilyQuery query = query(filter);
        String after = filter.getAfter();
        boolean first = true;
        if (after != null && after.matches("[A-Za-z0-9/-]*\\.\\d{1,18}")) {
            first = false;
            int dot = after.lastIndexOf('.');
            query.after(after.substring(0, dot), Long.parseLong(after.substring(dot + 1)));
        }
        KeysetPage<Stored> page =
                KeysetPage.of(stored(query, limit), row -> row.sortKey() + "." + row.id(), first, total);
        return new KeysetPage<>(complete(page.rows(), columns.of(filter)), page.next(), first, total);
    }

    /** The next rows after {@code last}, or the first ones; for walking through all of a list. */
    List<Row> chunk(FamilyFilter filter, int size, @Nullable Row last, List<FamilyColumns.Column> shown) {
        FamilyQuery query = query(filter);
        if (last != null) {
            query.after(last.sortKey(), last.id());
        }
        return complete(stored(query, size), shown);
    }

    /** The first {@link #MANY} families that the filter finds. */
    List<Long> ids(FamilyFilter filter) {
        return stored(query(filter), MANY).stream().map(Stored::id).toList();
    }

    /** Families by id, in the order of their names; for the lists of other features. */
    public List<Row> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : complete(stored("f.id in (:ids)", "f.sort_name", Map.of("ids", ids), ids.size()), List.of());
    }

    private List<Stored> stored(FamilyQuery query, int limit) {
        return stored(query.conditions(), query.order(), query.parameters(), limit);
    }

    private List<Stored> stored(String conditions, String order, Map<String, ?> parameters, int limit) {
        return jdbc.sql("""
                        select f.id, f.file_number, f.status, f.origin, f.residence_path, f.category,
                               f.living_arrangement, f.visits_welcome, %2$s
                        from family f where %1$s order by %2$s, f.id limit %3$d""".formatted(conditions, order, limit))
                .params(parameters)
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        FamilyStatus.valueOf(row.getString(3)),
                        Origin.valueOf(row.getString(4)),
                        row.getString(5),
                        Category.valueOf(row.getString(6)),
                        row.getString(7) == null ? null : LivingArrangement.valueOf(row.getString(7)),
                        ContactPreferences.Visits.valueOf(row.getString(8)),
                        row.getString(9)))
                .list();
    }

    private List<Row> complete(List<Stored> stored, List<FamilyColumns.Column> shown) {
        List<Long> ids = stored.stream().map(Stored::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Someone>> people = people(ids);
        Map<String, String> places =
                regions.places(stored.stream().map(Stored::residencePath).toList());
        Map<String, Map<Long, FamilyGlance.Cell>> cells = columns.cells(shown, ids);
        return stored.stream()
                .map(row -> row(row, people.getOrDefault(row.id(), List.of()), places, cells))
                .toList();
    }

    private Row row(
            Stored stored,
            List<Someone> members,
            Map<String, String> places,
            Map<String, Map<Long, FamilyGlance.Cell>> contributed) {
        List<Someone> parents = members.stream()
                .filter(member -> member.role() == PersonRole.PARENT)
                .toList();
        List<Someone> named = parents.isEmpty() ? members : parents;
        List<Someone> living = named.stream().filter(Someone::alive).toList();
        Map<String, FamilyGlance.Cell> cells = new HashMap<>();
        contributed.forEach((column, byFamily) -> cells.put(column, byFamily.get(stored.id())));
        String separator = formats.english() ? ", " : "、";
        return new Row(
                stored.id(),
                stored.fileNumber(),
                stored.status(),
                stored.origin(),
                stored.category(),
                stored.living(),
                stored.visits(),
                named.stream().map(Someone::name).collect(Collectors.joining("、")),
                places.getOrDefault(stored.residencePath(), ""),
                living.stream()
                        .map(member -> String.valueOf(formats.age(member.bornOn())))
                        .map(age -> "null".equals(age) ? "-" : age)
                        .collect(Collectors.joining(separator)),
                living,
                members,
                stored.sortKey(),
                cells);
    }

    private Map<Long, List<Someone>> people(List<Long> ids) {
        return jdbc
                .sql("""
                        select p.family_id, p.id, p.name, p.role, p.contact, p.born_on, p.died_on is null,
                               max(d.value) filter (where d.name = 'ability-grade'),
                               max(d.value) filter (where d.name = 'reported-tier'),
                               max(d.value) filter (where d.name = 'livelihood')
                        from person p
                        left join dated_fact d on d.family_id = p.family_id and d.person_id = p.id
                            and d.name in ('ability-grade', 'reported-tier', 'livelihood') and d.superseded_at is null
                            and d.valid_from <= :today and (d.valid_to is null or d.valid_to > :today)
                        where p.family_id in (:ids) and p.active
                        group by p.id
                        order by p.family_id, p.contact desc, p.id""")
                .param("ids", ids)
                .param("today", formats.today())
                .query((row, n) -> new Someone(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        PersonRole.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getObject(6, LocalDate.class),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Someone::familyId));
    }
}
