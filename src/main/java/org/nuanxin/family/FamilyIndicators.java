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

    /** Families that were ever registered, with the day they count from; a file out of a divorce counts from its own day. */
    private static final String FILE = """
            select f.id, f.id as family, f.region_path, f.sort_name as sort, null::numeric as amount, null::text as label,
                   f.origin, f.registered_on, f.confirmed_on,
                   case when f.split_from is not null then 'split' else 'new' end as arrival,
                   case when f.origin = 'STOCK' and f.split_from is null then date '1900-01-01' else f.registered_on end as since
            from family f where f.registered_on is not null""";

    private static final String COLUMNS = "x.id, x.family, x.region_path, x.sort, %s as happened_on, x.amount, x.label";

    /** Closed on the day: some exit stands that was not yet followed by a return. */
    private static final String CLOSED = """
            exists (select 1 from family_exit e where e.family_id = x.family and e.withdrawn_at is null
                    and e.exited_on <= %1$s and (e.reopened_on is null or e.reopened_on > %1$s))""";

    private static final String DAY_BEFORE = "(cast(:from as date) - 1)";

    private static final String ON_FILE = "x.since <= :asOf and not " + CLOSED.formatted(":asOf");

    /** Exits and returns of registered families, each a row of its own. */
    private static final String TURNS = """
            select e.id, f.id as family, f.region_path, f.sort_name as sort, e.%s as happened_on, null::numeric as amount,
                   null::text as label%s
            from family_exit e join family f on f.id = e.family_id
            where f.registered_on is not null and e.withdrawn_at is null and e.%s between :from and :asOf""";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                families(
                        "opening",
                        1,
                        List.of("origin"),
                        "x.registered_on",
                        "x.origin",
                        "x.since < :from and not " + CLOSED.formatted(DAY_BEFORE)),
                families("new", 2, List.of("arrival"), "x.since", "x.arrival", "x.since between :from and :asOf"),
                turns("reopened", 3, List.of(), TURNS.formatted("reopened_on", "", "reopened_on")),
                turns("exits", 4, List.of("reason"), TURNS.formatted("exited_on", ", e.reason as reason", "exited_on")),
                families(
                        "closing",
                        5,
                        List.of("stage"),
                        "x.registered_on",
                        "case when x.confirmed_on <= :asOf then 'confirmed' else 'in-progress' end as stage",
                        ON_FILE),
                families(
                        "stock-entered",
                        6,
                        List.of(),
                        "x.registered_on",
                        "",
                        "x.origin = 'STOCK' and x.registered_on between :from and :asOf"),
                new Indicator(
                        "people",
                        Chapter.OVERVIEW,
                        7,
                        Unit.PEOPLE,
                        PERSON,
                        "family.figure.people",
                        null,
                        List.of("sex", "band", "livelihood", "grade"),
                        PAGE,
                        people()));
    }

    private static Indicator turns(String key, int order, List<String> dimensions, String rows) {
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
                rows);
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
