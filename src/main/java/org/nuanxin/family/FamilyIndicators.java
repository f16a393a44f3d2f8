package org.nuanxin.family;

import static org.nuanxin.report.Indicator.Kind.FAMILY;
import static org.nuanxin.report.Indicator.Kind.PERSON;

import java.util.List;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/**
 * Families and people in the annual report. A family is on file from its registration until its exit; a stock family
 * (存量) always was, whenever it was entered (口径待定), so that a roster does not look like new losses.
 */
@Component
class FamilyIndicators implements IndicatorSource {

    private static final String PAGE = "/families/{family}";

    /** Families that were ever registered, with the day they count from. */
    private static final String FILE = """
            select f.id, f.id as family, f.region_path, f.sort_name as sort, null::numeric as amount, null::text as label,
                   f.origin, f.exit_reason, f.exited_on, f.registered_on, f.status,
                   case when f.origin = 'STOCK' then date '1900-01-01' else f.registered_on end as since
            from family f where f.registered_on is not null""";

    private static final String COLUMNS = "x.id, x.family, x.region_path, x.sort, %s as happened_on, x.amount, x.label";

    private static final String ON_FILE = "x.since <= :asOf and (x.exited_on is null or x.exited_on > :asOf)";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                families(
                        "opening",
                        1,
                        List.of("origin"),
                        "x.registered_on",
                        "x.origin",
                        "x.since < :from and (x.exited_on is null or x.exited_on >= :from)"),
                families("new", 2, List.of(), "x.since", "", "x.since between :from and :asOf"),
                families(
                        "exits",
                        3,
                        List.of("reason"),
                        "x.exited_on",
                        "x.exit_reason as reason",
                        "x.exited_on between :from and :asOf"),
                families(
                        "closing",
                        4,
                        List.of("stage"),
                        "x.registered_on",
                        "case when x.status = 'CONFIRMED' then 'confirmed' else 'in-progress' end as stage",
                        ON_FILE),
                families(
                        "stock-entered",
                        5,
                        List.of(),
                        "x.registered_on",
                        "",
                        "x.origin = 'STOCK' and x.registered_on between :from and :asOf"),
                new Indicator(
                        "people",
                        Chapter.OVERVIEW,
                        6,
                        Unit.PEOPLE,
                        PERSON,
                        "family.figure.people",
                        null,
                        List.of("sex", "band", "livelihood", "grade"),
                        PAGE,
                        people()));
    }

    private static Indicator families(
            String key, int order, List<String> dimensions, String on, String dimension, String condition) {
        return new Indicator(
                key,
                Chapter.OVERVIEW,
                order,
                Unit.FAMILIES,
                FAMILY,
                "family.figure." + key,
                null,
                dimensions,
                PAGE,
                "select " + COLUMNS.formatted(on) + (dimension.isEmpty() ? "" : ", " + dimension) + " from (" + FILE
                        + ") x where " + condition);
    }

    /** Parents alive on the last day, in families on file that day; facts as they were true that day. */
    private static String people() {
        return """
                select p.id, p.family_id as family, p.region_path, p.pinyin as sort, null::date as happened_on,
                       null::numeric as amount, null::text as label, coalesce(p.sex, 'unknown') as sex,
                       case when p.born_on is null then 'unknown'
                            when a.years >= 80 then '80-' when a.years >= 70 then '70-79' when a.years >= 60 then '60-69'
                            when a.years >= 50 then '50-59' else '0-49' end as band,
                       coalesce(l.value, 'unknown') as livelihood, coalesce(g.value, 'unknown') as grade
                from (%s) x join person p on p.family_id = x.id
                cross join lateral (select extract(year from age(cast(:asOf as date), p.born_on)) as years) a
                left join dated_fact l on l.family_id = p.family_id and l.person_id = p.id and l.name = 'livelihood' and %s
                left join dated_fact g on g.family_id = p.family_id and g.person_id = p.id and g.name = 'ability-grade' and %s
                where %s and p.role = 'PARENT' and (p.died_on is null or p.died_on > :asOf)
                  and (p.left_on is null or p.left_on > :asOf)""".formatted(FILE, trueThen("l"), trueThen("g"), ON_FILE);
    }

    private static String trueThen(String fact) {
        return "%1$s.superseded_at is null and %1$s.valid_from <= :asOf and (%1$s.valid_to is null or %1$s.valid_to > :asOf)"
                .formatted(fact);
    }
}
