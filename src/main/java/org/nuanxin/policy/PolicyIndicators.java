package org.nuanxin.policy;

import java.util.List;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/** Policies in the annual report, chapter 工作机制: which programs have a rule in force in which county. */
@Component
class PolicyIndicators implements IndicatorSource {

    /**
     * A row for each active county and program with a published rule on the last day, the nearest jurisdiction's; where
     * a county decides for itself, only if it has adopted the program.
     */
    private static final String IN_FORCE = """
            select v.id, null::bigint as family, c.path as region_path, c.code || '-' || lpad(p.position::text, 4, '0') as sort,
                   lower(v.valid) as happened_on, null::numeric as amount, p.name_zh || '，' || c.name_zh as label
            from region c cross join program p
            cross join lateral (
                select r.id, r.valid from rule_version r
                where r.program_code = p.code and r.status in ('PUBLISHED', 'ENDED') and starts_with(c.path, r.jurisdiction)
                  and r.valid @> cast(:asOf as date)
                order by length(r.jurisdiction) desc limit 1) v
            where c.level = 'COUNTY' and c.active
              and (not p.needs_adoption or exists (
                    select 1 from program_adoption a
                    where a.program_code = p.code and a.jurisdiction = c.path and a.state = 'ADOPTED'
                      and a.superseded_at is null and a.valid @> cast(:asOf as date)))""";

    @Override
    public List<Indicator> indicators() {
        return List.of(new Indicator(
                "policies-in-force",
                Chapter.MECHANISM,
                90,
                Unit.ITEMS,
                Indicator.Kind.OTHER,
                "policy.figure.in-force",
                null,
                List.of(),
                "/policy/rules/{id}",
                IN_FORCE));
    }
}
