package org.nuanxin.reverification;

import static org.nuanxin.report.Indicator.Kind.FAMILY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/** 年审 in the annual report: due, done, done without bothering anyone, late; as of the last day. */
@Component
class ReverificationIndicators implements IndicatorSource {

    private static final String ITEMS = """
            select i.id, i.family_id as family, i.region_path, f.sort_name as sort,
                   case when i.done_on <= :asOf then i.done_on else i.joined_on end as happened_on,
                   null::numeric as amount, null::text as label,
                   case when i.done_on is null or i.done_on > :asOf then 'open' else lower(i.how) end as how
            from reverification_item i join reverification_campaign c on c.id = i.campaign_id
            join family f on f.id = i.family_id
            where c.opens_on between :from and :asOf and i.joined_on <= :asOf and (i.left_on is null or i.left_on > :asOf)%s""";

    private static final String DONE = " and i.done_on <= :asOf";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                figure("reverification-due", 90, null, ""),
                figure("reverification", 91, "reverification-due", DONE),
                figure("reverification-matched", 92, "reverification-due", DONE + " and i.how = 'MATCH'"),
                figure(
                        "reverification-late",
                        93,
                        null,
                        " and c.ends_on <= :asOf and (i.done_on is null or i.done_on >= c.ends_on)"));
    }

    private static Indicator figure(String key, int order, @Nullable String of, String condition) {
        return new Indicator(
                key,
                Chapter.MECHANISM,
                order,
                Unit.FAMILIES,
                FAMILY,
                "reverification.figure." + key,
                of,
                List.of("how"),
                "/families/{family}",
                ITEMS.formatted(condition));
    }
}
