package org.nuanxin.reverification;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.care.CareTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts families into a campaign, takes them out, and draws the line under them: a statement for any number of families. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Items {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final CareTasks tasks;
    private final Audit audit;
    private final Clock clock;

    Items(JdbcClient jdbc, EntityManager entities, CareTasks tasks, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every confirmed family of the region, or the given ones of them; who is in already stays as it is. */
    void join(Campaign campaign, @Nullable Collection<Long> only) {
        entities.flush();
        var insert = jdbc.sql("""
                        insert into reverification_item as i (id, campaign_id, campaign_path, year, family_id, region_path, joined_on)
                        select nextval('reverification_item_seq'), :campaign, :region, :year, f.id, f.region_path, :today
                        from family f where f.status = 'CONFIRMED' and starts_with(f.region_path, :region)""" + (only == null ? "" : " and f.id in (:only)") + """
                         on conflict (campaign_id, family_id) do update
                        set status = 'OPEN', left_on = null, left_because = null where i.status = 'LEFT'
                        returning family_id""")
                .param("campaign", campaign.id())
                .param("region", campaign.regionPath())
                .param("year", campaign.year())
                .param("today", LocalDate.now(clock));
        List<Long> joined = (only == null ? insert : insert.param("only", only))
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("""
                        insert into reverification_check (id, item_id, family_id, region_path, person_id, kind)
                        select nextval('reverification_check_seq'), i.id, i.family_id, i.region_path, p.id, k.kind
                        from reverification_item i join reverification_campaign c on c.id = i.campaign_id
                        cross join lateral unnest(c.checks) as k(kind)
                        left join person p on p.family_id = i.family_id and k.kind in (:ofPersons)
                             and p.role = 'PARENT' and p.active and p.died_on is null
                        where i.campaign_id = :campaign and i.status = 'OPEN'
                          and (k.kind not in (:ofPersons) or p.id is not null)
                          and (k.kind <> 'ABILITY' or p.born_on <= c.opens_on - interval '60 years')
                        on conflict (item_id, kind, coalesce(person_id, 0)) do nothing""")
                .param("campaign", campaign.id())
                .param("ofPersons", CheckKind.ofPersons())
                .update();
        audit.record(joined.stream()
                .map(family -> Act.of("reverification.joined", family).because(campaign.occasion()))
                .toList());
    }

    /** A family that exited, moved to another county or was merged is no longer asked; what was done stays done. */
    void leave(long familyId, String because, LocalDate on, @Nullable String stillIn) {
        entities.flush();
        List<Integer> years = jdbc.sql("""
                        update reverification_item i set status = 'LEFT', left_on = :on, left_because = :because, differs = false
                        where i.family_id = :family and i.status = 'OPEN'
                          and (cast(:stillIn as text) is null or not starts_with(:stillIn, i.campaign_path))
                        returning i.year""")
                .param("family", familyId)
                .param("because", because)
                .param("on", on)
                .param("stillIn", stillIn, java.sql.Types.VARCHAR)
                .query((row, n) -> row.getInt(1))
                .list();
        for (Integer year : years) {
            tasks.cancelYearly(String.valueOf(year), List.of(familyId), because);
            audit.record(Act.of("reverification.left", familyId).because(String.valueOf(year)));
        }
    }

    /**
     * Draws the line: checks with an answer are settled, families with nothing open are done, the others have their task.
     *
     * @param visitId the visit whose answers these were
     */
    void conclude(Campaign campaign, @Nullable Long familyId, LocalDate on, @Nullable Long visitId) {
        checks(campaign, familyId);
        List<Long> done = items("""
                update reverification_item i set status = 'DONE', done_on = :on, differs = false,
                       how = coalesce((
                           select min(s.how) filter (where s.how <> 'MATCH') from reverification_settlement s
                           join reverification_check k on k.id = s.check_id
                           where k.item_id = i.id and s.undone_at is null), 'MATCH')
                where i.campaign_id = :campaign and i.status = 'OPEN'
                  and not exists (select 1 from reverification_check k where k.item_id = i.id and k.status <> 'SETTLED')""", campaign, familyId, on);
        List<Long> open = items("""
                update reverification_item i set status = 'OPEN', how = null, done_on = null,
                       differs = exists (select 1 from reverification_check k where k.item_id = i.id and k.status = 'DIFFERS')
                where i.campaign_id = :campaign and i.status <> 'LEFT' and cast(:on as date) is not null
                  and exists (select 1 from reverification_check k where k.item_id = i.id and k.status <> 'SETTLED')""", campaign, familyId, on);
        tasks.openYearly(campaign.occasion(), campaign.opensOn(), campaign.endsOn(), open);
        tasks.closeYearly(campaign.occasion(), done, on, visitId);
        if (!done.isEmpty()) {
            audit.record(done.stream()
                    .map(family -> Act.of("reverification.done", family).because(campaign.occasion()))
                    .toList());
        }
    }

    private void checks(Campaign campaign, @Nullable Long familyId) {
        var update = jdbc.sql("""
                        update reverification_check k
                        set status = case s.outcome when 'DIFFERS' then 'DIFFERS' else 'SETTLED' end
                        from reverification_settlement s, reverification_item i
                        where s.check_id = k.id and s.undone_at is null and i.id = k.item_id and i.campaign_id = :campaign
                          and k.status <> case s.outcome when 'DIFFERS' then 'DIFFERS' else 'SETTLED' end""" + (familyId == null ? "" : " and k.family_id = :family"))
                .param("campaign", campaign.id());
        (familyId == null ? update : update.param("family", familyId)).update();
    }

    private List<Long> items(String sql, Campaign campaign, @Nullable Long familyId, LocalDate on) {
        var update = jdbc.sql(sql + (familyId == null ? "" : " and i.family_id = :family") + " returning i.family_id")
                .param("campaign", campaign.id())
                .param("on", on);
        return (familyId == null ? update : update.param("family", familyId))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
