package org.nuanxin.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.privacy.BlindIndex;

/** Turns a filter into the conditions of one SQL statement; all values are parameters. */
class FamilyQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    FamilyQuery(FamilyFilter filter, BlindIndex index, LocalDate today) {
        parameters.put("today", today);
        search(filter.getQ(), index);
        status(filter.getStatus());
        if (given(filter.getTownship())) {
            where("starts_with(f.residence_path, :township)", "township", filter.getTownship());
        }
        if (given(filter.getOrigin())) {
            where("f.origin = :origin", "origin", filter.getOrigin());
        }
        age(filter.getAge(), today);
        ability(filter.getAbility());
    }

    String conditions() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Continues after the last row of the page before. */
    void after(String sortName, long id) {
        conditions.add("(f.sort_name, f.id) > (:afterName, :afterId)");
        parameters.put("afterName", sortName);
        parameters.put("afterId", id);
    }

    /** Prefixes and equality only: the operators that keep their index under row security. */
    private void search(@Nullable String typed, BlindIndex index) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        String text = CitizenId.normalise(typed);
        String lower = text.toLowerCase(Locale.ROOT);
        if (CitizenId.fault(text).isEmpty()) {
            byCiphertext("citizen_id_index", index.of(text));
        } else if (text.matches("1\\d{10}")) {
            byCiphertext("phone_index", index.of(text));
        } else if (typed.strip().matches("\\d{6}-\\d{0,5}|\\d{6}")) {
            where("f.file_number ^@ :q", "q", typed.strip());
        } else if (lower.matches("[a-z]+")) {
            where(
                    "f.id in (select p.family_id from person p where p.active and (p.initials ^@ :q or p.pinyin ^@ :q))",
                    "q",
                    lower);
        } else {
            where("f.id in (select p.family_id from person p where p.active and p.name ^@ :q)", "q", text);
        }
    }

    private void byCiphertext(String column, byte[] value) {
        where("f.id in (select p.family_id from person p where p." + column + " = :q)", "q", value);
    }

    private void status(String status) {
        if (FamilyFilter.OPEN.equals(status)) {
            conditions.add("f.status <> 'EXITED'");
        } else {
            where("f.status = :status", "status", status);
        }
    }

    private void age(@Nullable String band, LocalDate today) {
        if (band == null || band.isBlank()) {
            return;
        }
        String[] years = band.split("-");
        if (years.length != 2 || !band.matches("\\d{1,3}-\\d{1,3}")) {
            conditions.add("false");
            return;
        }
        conditions.add("exists (select 1 from person p where p.family_id = f.id and p.active and p.died_on is null"
                + " and p.born_on <= :bornBy and p.born_on > :bornAfter)");
        parameters.put("bornBy", today.minusYears(Integer.parseInt(years[0])));
        parameters.put("bornAfter", today.minusYears(Integer.parseInt(years[1]) + 1L));
    }

    private void ability(@Nullable String grade) {
        if (!given(grade)) {
            return;
        }
        String known = """
                select 1 from dated_fact d join person p on p.id = d.person_id
                where d.family_id = f.id and d.name = 'ability-grade' and d.superseded_at is null
                  and d.valid_from <= :today and (d.valid_to is null or d.valid_to > :today) and p.died_on is null""";
        if ("unknown".equals(grade)) {
            conditions.add("not exists (" + known + ")");
        } else {
            where("exists (" + known + " and d.value = :ability)", "ability", grade);
        }
    }

    private void where(String condition, String name, @Nullable Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
