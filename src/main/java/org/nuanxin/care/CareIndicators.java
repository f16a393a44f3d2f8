package org.nuanxin.care;

import static org.nuanxin.report.Indicator.Kind.FAMILY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/**
 * The three musts in the annual report, chapter 工作机制. A task belongs to the year of its limit by the rule, or of the
 * day it was done where that came first; in time is done by that limit, care 按其意愿 included and told apart.
 */
@Component
class CareIndicators implements IndicatorSource {

    private static final String PAGE = "/families/{family}/timeline";

    private static final String TASKS = """
            select t.id, t.family_id as family, t.region_path, f.sort_name as sort,
                   coalesce(t.done_on, t.limit_on) as happened_on, null::numeric as amount, null::text as label,
                   case when t.done_on is null or t.done_on > :asOf then 'never'
                        when t.done_on > t.limit_on then 'late'
                        when t.status = 'FULFILLED_OTHERWISE' then 'by-wish' else 'in-time' end as outcome
            from care_task t join family f on f.id = t.family_id
            where t.status <> 'CANCELLED' and least(t.done_on, t.limit_on) between :from and :asOf and t.kind = '%s'%s""";

    private static final String VISITS = """
            select v.id, v.family_id as family, v.region_path, f.sort_name as sort, v.on_date as happened_on,
                   null::numeric as amount, null::text as label, lower(v.channel) as channel
            from visit v join family f on f.id = v.family_id where v.met and v.on_date between :from and :asOf""";

    @Override
    public List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>();
        must(all, "first-visits", 10, Unit.FAMILIES, TASKS.formatted("FIRST_VISIT", ""));
        int order = 20;
        for (Festival festival : Festival.values()) {
            String key = festival.name().toLowerCase(Locale.ROOT).replace('_', '-');
            must(
                    all,
                    key,
                    order,
                    Unit.FAMILIES,
                    TASKS.formatted("FESTIVAL", " and t.reason = '" + festival.name() + "'"));
            order += 10;
        }
        must(all, "timely-care", order, Unit.TIMES, TASKS.formatted("TIMELY_CARE", ""));
        all.add(new Indicator(
                "visits",
                Chapter.MECHANISM,
                80,
                Unit.TIMES,
                FAMILY,
                "care.figure.visits",
                null,
                List.of("channel"),
                PAGE,
                VISITS));
        return all;
    }

    /** Done in time of due, and beside them what came late and what never came. */
    private static void must(List<Indicator> all, String key, int order, Unit unit, String tasks) {
        all.add(of(key + "-due", order, unit, null, tasks));
        all.add(of(key, order + 1, unit, key + "-due", only(tasks, "'in-time', 'by-wish'")));
        all.add(of(key + "-late", order + 2, unit, null, only(tasks, "'late'")));
        all.add(of(key + "-never", order + 3, unit, null, only(tasks, "'never'")));
    }

    private static Indicator of(String key, int order, Unit unit, @Nullable String share, String rows) {
        return new Indicator(
                key,
                Chapter.MECHANISM,
                order,
                unit,
                FAMILY,
                "care.figure." + key,
                share,
                List.of("outcome"),
                PAGE,
                rows);
    }

    private static String only(String tasks, String outcomes) {
        return "select x.* from (" + tasks + ") x where x.outcome in (" + outcomes + ")";
    }
}
