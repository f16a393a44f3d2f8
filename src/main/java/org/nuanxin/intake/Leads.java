package org.nuanxin.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.FamilyGlance;
import org.nuanxin.family.FamilyList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads that wait for a registration, the longest known first. */
@Service
@Transactional(readOnly = true)
class Leads {

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final List<FamilyGlance> glances;
    private final Formats formats;

    Leads(JdbcClient jdbc, FamilyList families, List<FamilyGlance> glances, Formats formats) {
        this.jdbc = jdbc;
        this.families = families;
        this.glances = glances.stream()
                .sorted(Comparator.comparingInt(FamilyGlance::order))
                .toList();
        this.formats = formats;
    }

    /** A lead and how long we have known. */
    record Lead(
            FamilyList.Row family,
            LocalDate knownOn,
            long days,
            @Nullable String toldBy,
            List<FamilyGlance.Cell> cells) {}

    private record Stored(
            long id, LocalDate knownOn, @Nullable String toldBy) {}

    /**
     * A page of leads.
     *
     * @param q the beginning of a member's name or of its sound
     * @param after key of the last row before, {@code 2026-11-02.17}
     */
    KeysetPage<Lead> page(@Nullable String q, @Nullable String township, @Nullable String after) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(q, township, parameters);
        long total = jdbc.sql("select count(*) from (select 1 from family f where " + conditions + " limit "
                        + (KeysetPage.COUNTED + 1) + ") counted")
                .params(parameters)
                .query(Long.class)
                .single();
        boolean first = after == null || !after.matches("\\d{4}-\\d{2}-\\d{2}\\.\\d{1,18}");
        String cut = conditions;
        if (!first) {
            int dot = String.valueOf(after).indexOf('.');
            cut += " and (f.known_on, f.id) > (:day, :id)";
            parameters.put("day", day(String.valueOf(after).substring(0, dot)));
            parameters.put("id", Long.parseLong(String.valueOf(after).substring(dot + 1)));
        }
        KeysetPage<Stored> page = KeysetPage.of(
                stored(cut, parameters, KeysetPage.SIZE + 1), row -> row.knownOn() + "." + row.id(), first, total);
        return new KeysetPage<>(complete(page.rows()), page.next(), first, total);
    }

    /** All of them up to a limit, for the workbook. */
    List<Lead> all(@Nullable String q, @Nullable String township, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        return complete(stored(conditions(q, township, parameters), parameters, limit));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new NotFound();
        }
    }

    private static String conditions(@Nullable String q, @Nullable String township, Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder("f.status = 'LEAD' and f.known_on is not null");
        if (q != null && !q.isBlank()) {
            conditions.append(" and exists (select 1 from person p where p.family_id = f.id"
                    + " and (p.name ^@ :q or p.pinyin ^@ :q or p.initials ^@ :q))");
            parameters.put("q", q.strip());
        }
        if (township != null && !township.isBlank()) {
            conditions.append(" and starts_with(f.residence_path, :township)");
            parameters.put("township", township);
        }
        return conditions.toString();
    }

    private List<Stored> stored(String conditions, Map<String, Object> parameters, int limit) {
        return jdbc.sql("select f.id, f.known_on, f.told_by from family f where " + conditions
                        + " order by f.known_on, f.id limit " + limit)
                .params(parameters)
                .query((row, n) -> new Stored(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    /** Message keys of the columns that other features add: the first visit, and whether it is late. */
    List<String> columns() {
        return glances.stream().map(FamilyGlance::column).toList();
    }

    private List<Lead> complete(List<Stored> stored) {
        List<Long> ids = stored.stream().map(Stored::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Map<Long, FamilyGlance.Cell>> cells =
                glances.stream().map(glance -> glance.cells(ids)).toList();
        Map<Long, FamilyList.Row> rows =
                families.byIds(ids).stream().collect(Collectors.toMap(FamilyList.Row::id, Function.identity()));
        List<Lead> leads = new ArrayList<>();
        for (Stored lead : stored) {
            FamilyList.Row row = rows.get(lead.id());
            if (row != null) {
                leads.add(new Lead(
                        row,
                        lead.knownOn(),
                        formats.daysSince(lead.knownOn()),
                        lead.toldBy(),
                        cells(lead.id(), cells)));
            }
        }
        return leads;
    }

    private List<FamilyGlance.Cell> cells(long id, List<Map<Long, FamilyGlance.Cell>> cells) {
        List<FamilyGlance.Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(cells.get(i).getOrDefault(id, glances.get(i).absent()));
        }
        return row;
    }
}
