package org.nuanxin.advancecare;

import static org.nuanxin.report.Indicator.Kind.FAMILY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/** Families by how far their cards are, of the confirmed ones with a parent alive on the last day. */
@Component
class AdvanceCareIndicators implements IndicatorSource {

    private static final String FAMILIES = """
            select x.id, x.family, x.region_path, x.sort, x.happened_on, null::numeric as amount, null::text as label
            from (select f.id, f.id as family, f.region_path, f.sort_name as sort, max(c.talked_on) as happened_on,
                         case when count(*) = count(*) filter (where c.stance = 'TALKED' and c.complete) then 'complete'
                              when count(c.stance) = 0 then 'not-asked'
                              when count(*) filter (where c.stance = 'TALKED') = 0 then 'not-now'
                              else 'partly' end as told
                  from family f
                  join person p on p.family_id = f.id and p.role = 'PARENT'
                       and (p.died_on is null or p.died_on > :asOf) and (p.left_on is null or p.left_on > :asOf)
                  left join lateral (
                      select r.stance, r.complete, r.talked_on from advance_care_revision r
                      where r.family_id = f.id and r.person_id = p.id and r.talked_on <= :asOf
                      order by r.talked_on desc, r.saved_at desc limit 1) c on true
                  where f.confirmed_on <= :asOf and (f.exited_on is null or f.exited_on > :asOf)
                  group by f.id, f.region_path, f.sort_name) x%s""";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                of("advance-care", 90, null, ""),
                of("advance-care-complete", 91, "advance-care", "complete"),
                of("advance-care-partly", 92, null, "partly"),
                of("advance-care-not-now", 93, null, "not-now"),
                of("advance-care-not-asked", 94, null, "not-asked"));
    }

    private static Indicator of(String key, int order, @Nullable String share, String told) {
        return new Indicator(
                key,
                Chapter.MECHANISM,
                order,
                Unit.FAMILIES,
                FAMILY,
                "advancecare.figure." + key,
                share,
                List.of(),
                "/families/{family}/advance-care",
                FAMILIES.formatted(told.isEmpty() ? "" : " where x.told = '" + told + "'"));
    }
}
