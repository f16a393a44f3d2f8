package org.nuanxin.reverification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Data matching, before anybody is asked: what lists, assessments and contacts since 1 January of the year already
 * answer is settled with that record as source. What counts is our reading (口径待定). One statement for all families.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Matching {

    /** Sources that count as official for a livelihood class: lists and the bureaus that keep them [A]. */
    static final String OFFICIAL = "名单|名册|台账|比对|民政|残联|医保|list";

    private static final String INSERT = """
            insert into reverification_settlement (id, check_id, family_id, region_path, how, outcome, source, fact_on,
                                                   recorded_by, recorded_at)
            select nextval('reverification_settlement_seq'), x.id, x.family_id, x.region_path, 'MATCH', 'SAME', x.source, x.fact_on,
                   :actor, :now
            from (select distinct on (k.id) k.id, k.family_id, k.region_path, m.source, m.fact_on
                  from reverification_check k
                  join reverification_item i on i.id = k.item_id
                  join family f on f.id = k.family_id
                  left join person p on p.id = k.person_id
                  cross join lateral (
                      select '登记' as source, p.died_on as fact_on where p.died_on is not null
                      union all
                      select '登记', coalesce(p.left_on, cast(:today as date)) where not p.active
                      union all
                      select '身份证号', cast(:today as date)
                      where k.kind = 'IDENTITY' and p.citizen_id is not null and p.born_on is not null
                      union all
                      (select '走访 ' || v.receipt_number, v.on_date from visit v
                       where v.family_id = k.family_id and v.met and v.on_date >= :since
                         and case k.kind
                             when 'PHONE' then v.channel = 'PHONE' and exists (
                                 select 1 from person c where c.family_id = f.id and c.active and c.phone is not null)
                             when 'ADDRESS' then v.channel = 'HOME' and f.address is not null
                             when 'LIVING' then v.channel = 'HOME' and f.living_arrangement is not null
                             when 'CONTACT' then exists (
                                 select 1 from person c where c.family_id = f.id and c.active and c.contact
                                    and c.died_on is null and c.phone is not null)
                             when 'ALIVE' then exists (
                                 select 1 from visit_member m where m.visit_id = v.id and m.person_id = k.person_id and m.met)
                             else false end
                       order by v.on_date desc limit 1)
                      union all
                      select d.source, d.valid_from from dated_fact d
                      where k.kind in ('LIVELIHOOD', 'ABILITY') and d.family_id = k.family_id and d.person_id = k.person_id
                        and d.name = case k.kind when 'LIVELIHOOD' then 'livelihood' else 'ability-grade' end
                        and d.superseded_at is null and d.valid_from <= :today and (d.valid_to is null or d.valid_to > :today)
                        and case k.kind
                            when 'LIVELIHOOD' then d.valid_from >= :since and d.source ~* :official
                            else d.valid_from >= :since or d.next_due > :today end
                  ) m
                  where i.campaign_id = :campaign and i.status = 'OPEN' and k.status = 'OPEN'""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Matching(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Settles what records answer; a check that was answered otherwise, or differs, is left alone. */
    int match(Campaign campaign, @Nullable Long familyId) {
        var statement = jdbc.sql(INSERT + (familyId == null ? "" : " and k.family_id = :family")
                        + " order by k.id, m.fact_on desc) x")
                .param("campaign", campaign.id())
                .param("since", LocalDate.of(campaign.year(), 1, 1))
                .param("today", LocalDate.now(clock))
                .param("official", OFFICIAL)
                .param("actor", Scope.actor())
                .param("now", OffsetDateTime.now(clock));
        int settled = (familyId == null ? statement : statement.param("family", familyId)).update();
        jdbc.sql("""
                        update reverification_campaign set matched_at = :now where id = :campaign""")
                .param("now", OffsetDateTime.now(clock))
                .param("campaign", campaign.id())
                .update();
        return settled;
    }
}
