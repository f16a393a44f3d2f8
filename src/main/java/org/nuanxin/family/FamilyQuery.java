package org.nuanxin.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.privacy.BlindIndex;

/** Turns a filter into the conditions of one SQL statement; all values are parameters. */
class FamilyQuery {

    /** Orders of the list: each a text that a key of the next page can hold. */
    private static final Map<String, String> ORDERS =
            Map.of("place", "f.residence_path", "number", "coalesce(f.file_number, '')");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String order;

    FamilyQuery(FamilyFilter filter, BlindIndex index, LocalDate today, List<FamilyCondition> contributed) {
        parameters.put("today", today);
        order = ORDERS.getOrDefault(filter.getSort(), "f.sort_name");
        if (!filter.getQ().isEmpty()) {
            FamilySearch search = new FamilySearch(index);
            conditions.add(search.condition(filter.getQ()));
            parameters.putAll(search.parameters());
        }
        status(filter);
        where(filter, "township", "f.residence_path ^@ :township");
        where(filter, "village", "f.residence_path = :village");
        where(filter, "origin", "f.origin = :origin");
        where(filter, "category", "f.category = :category");
        where(filter, "living", "f.living_arrangement = :living");
        where(filter, "visits", "f.visits_welcome = :visits");
        age(filter.get("age"), today);
        fact(filter.get("ability"), "ability-grade", "ability");
        fact(filter.get("livelihood"), "livelihood", "livelihood");
        if (!filter.get("elsewhere").isEmpty()) {
            conditions.add("f.residence_path <> f.region_path");
        }
        for (FamilyCondition condition : contributed) {
            contribute(condition, filter.get(FamilyFilter.WITH + condition.key()), today);
        }
    }

    String conditions() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The expression the rows are ordered by, before their id. */
    String order() {
        return order;
    }

    /** Continues after the last row of the page before. */
    void after(String key, long id) {
        conditions.add("(" + order + ", f.id) > (:afterKey, :afterId)");
        parameters.put("afterKey", key);
        parameters.put("afterId", id);
    }

    private void status(FamilyFilter filter) {
        String reason = filter.get("exit");
        String year = filter.get("exit-year");
        if (!filter.get("status").isEmpty()) {
            where(filter, "status", "f.status = :status");
        } else if (reason.isEmpty() && year.isEmpty()) {
            conditions.add("f.status <> 'EXITED'");
        }
        where(filter, "exit", "f.exit_reason = :exit");
        if (year.matches("[12]\\d{3}")) {
            conditions.add("f.exited_on >= :exitFrom and f.exited_on < :exitTo");
            parameters.put("exitFrom", LocalDate.of(Integer.parseInt(year), 1, 1));
            parameters.put("exitTo", LocalDate.of(Integer.parseInt(year) + 1, 1, 1));
        } else if (!year.isEmpty()) {
            conditions.add("false");
        }
    }

    private void age(String band, LocalDate today) {
        if (band.isEmpty()) {
            return;
        }
        if (!band.matches("\\d{1,3}-\\d{1,3}")) {
            conditions.add("false");
            return;
        }
        int[] years = Arrays.stream(band.split("-")).mapToInt(Integer::parseInt).toArray();
        conditions.add("exists (select 1 from person p where p.family_id = f.id and p.active and p.died_on is null"
                + " and p.born_on <= :bornBy and p.born_on > :bornAfter)");
        parameters.put("bornBy", today.minusYears(years[0]));
        parameters.put("bornAfter", today.minusYears(years[1] + 1L));
    }

    /** A living member of whom the fact is true today; {@code unknown}: of none of them is it known. */
    private void fact(String value, String name, String parameter) {
        if (value.isEmpty()) {
            return;
        }
        String known = """
                select 1 from dated_fact d join person p on p.id = d.person_id
                where d.family_id = f.id and d.name = '%s' and d.superseded_at is null
                  and d.valid_from <= :today and (d.valid_to is null or d.valid_to > :today) and p.died_on is null""".formatted(name);
        if ("unknown".equals(value)) {
            conditions.add("not exists (" + known + ")");
        } else {
            conditions.add("exists (" + known + " and d.value = :" + parameter + ")");
            parameters.put(parameter, value);
        }
    }

    private void contribute(FamilyCondition condition, String option, LocalDate today) {
        if (option.isEmpty()) {
            return;
        }
        FamilyCondition.Where where = condition.where(option, today);
        conditions.add(where == null ? "false" : "(" + where.sql() + ")");
        if (where != null) {
            parameters.putAll(where.parameters());
        }
    }

    private void where(FamilyFilter filter, String name, String condition) {
        if (!filter.get(name).isEmpty()) {
            conditions.add(condition);
            parameters.put(name, filter.get(name));
        }
    }
}
