package org.nuanxin.reverification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.care.CareTasks;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.FamiliesConfirmed;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a county's campaign with all its families or none, matches data, closes it and opens it again. */
@Service
@Transactional
public class Campaigns {

    private final JdbcClient jdbc;
    private final CampaignReader campaigns;
    private final Items items;
    private final Matching matching;
    private final CareTasks tasks;
    private final Regions regions;
    private final Audit audit;
    private final Clock clock;

    Campaigns(
            JdbcClient jdbc,
            CampaignReader campaigns,
            Items items,
            Matching matching,
            CareTasks tasks,
            Regions regions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.items = items;
        this.matching = matching;
        this.tasks = tasks;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A campaign to open, {@code [opensOn, endsOn)}; it is that of the year it opens in. */
    public record Wanted(String regionPath, LocalDate opensOn, LocalDate endsOn, Set<String> checks) {

        /** With everything checked. */
        public static Wanted ofAll(String regionPath, LocalDate opensOn, LocalDate endsOn) {
            return new Wanted(
                    regionPath,
                    opensOn,
                    endsOn,
                    Set.of("ALIVE", "IDENTITY", "PHONE", "ADDRESS", "LIVING", "CONTACT", "LIVELIHOOD", "ABILITY"));
        }
    }

    /**
     * Opens the campaign, puts every confirmed family in and matches data first: all in one transaction.
     *
     * @return its id
     * @throws Rejected when the county has one of that year
     */
    public long open(Wanted wanted) {
        if (regions.byPath(wanted.regionPath()).level() != Region.Level.COUNTY) {
            throw new NotFound();
        }
        if (wanted.opensOn().isAfter(LocalDate.now(clock))) {
            throw new Rejected("reverification.error.opensOn");
        }
        long id = insert(wanted);
        Campaign campaign = campaigns.find(id);
        items.join(campaign, null);
        matching.match(campaign, null);
        takeOver(campaign);
        items.conclude(campaign, null, LocalDate.now(clock), null);
        audit.record(Act.general("reverification.opened")
                .because(regions.byPath(wanted.regionPath()).nameZh() + " " + campaign.year()));
        return id;
    }

    private long insert(Wanted wanted) {
        try {
            return jdbc.sql("""
                            insert into reverification_campaign (id, region_path, year, opens_on, ends_on, checks, opened_by, opened_at)
                            values (nextval('reverification_campaign_seq'), :region, :year, :opensOn, :endsOn, cast(:checks as text[]),
                                    :actor, :now) returning id""")
                    .param("region", wanted.regionPath())
                    .param("year", wanted.opensOn().getYear())
                    .param("opensOn", wanted.opensOn())
                    .param("endsOn", wanted.endsOn())
                    .param("checks", wanted.checks().toArray(new String[0]))
                    .param("actor", Scope.actor())
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException twice) {
            throw new Rejected(
                    "reverification.reject.twice",
                    String.valueOf(wanted.opensOn().getYear()));
        }
    }

    /** What an older campaign left open is asked by this one from now on: one task, not two. */
    private void takeOver(Campaign campaign) {
        List<Integer> older = jdbc.sql("""
                        select distinct c.year from reverification_campaign c
                        where c.region_path = :region and c.year < :year""")
                .param("region", campaign.regionPath())
                .param("year", campaign.year())
                .query((row, n) -> row.getInt(1))
                .list();
        for (Integer year : older) {
            tasks.cancelYearly(String.valueOf(year), ids(campaign), campaign.occasion());
        }
    }

    private List<Long> ids(Campaign campaign) {
        return jdbc.sql("select family_id from reverification_item where campaign_id = :campaign")
                .param("campaign", campaign.id())
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Matches again, with what lists and visits brought since; families confirmed meanwhile join. Returns the answers found. */
    public int match(long id) {
        Campaign campaign = campaigns.find(id);
        if (campaign.closed()) {
            throw new Rejected("reverification.reject.closed");
        }
        if (campaign.endsOn().isAfter(LocalDate.now(clock))) {
            items.join(campaign, null);
        }
        int found = matching.match(campaign, null);
        items.conclude(campaign, null, LocalDate.now(clock), null);
        audit.record(Act.general("reverification.rematched").because(campaign.occasion()));
        return found;
    }

    /** Closes: nobody joins any more; what is open stays open, with its task, and is named. */
    public void close(long id, int version) {
        change(id, version, """
                update reverification_campaign set closed_at = :now, closed_by = :actor, version = version + 1
                where id = :id and version = :version and closed_at is null""");
        audit.record(
                Act.general("reverification.closed").because(campaigns.find(id).occasion()));
    }

    public void reopen(long id, int version) {
        change(id, version, """
                update reverification_campaign set closed_at = null, closed_by = null, version = version + 1
                where id = :id and version = :version and closed_at is not null
                  and cast(:now as timestamptz) is not null and cast(:actor as bigint) is not null""");
        audit.record(Act.general("reverification.reopened")
                .because(campaigns.find(id).occasion()));
    }

    private void change(long id, int version, String sql) {
        campaigns.find(id);
        int changed = jdbc.sql(sql)
                .param("id", id)
                .param("version", version)
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .update();
        if (changed == 0) {
            throw new StaleVersion("/reverification/" + id, List.of());
        }
    }

    /** A family confirmed in the middle of a window joins it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(FamiliesConfirmed confirmed) {
        join(confirmed.familyIds(), null);
    }

    /** Who exits, moves to another county or is merged leaves with the reason; who comes joins; who died is not asked for. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(FamilyChange change) {
        long family = change.familyId();
        if (change.kind().exits()) {
            items.leave(family, "EXITED", change.on(), null);
        } else if (change.kind() == FamilyChange.Kind.MERGED) {
            items.leave(family, "MERGED", change.on(), null);
        } else if (change.kind() == FamilyChange.Kind.FILING_MOVED) {
            items.leave(family, "MOVED", change.on(), change.toPath());
            join(List.of(family), change.toPath());
        } else {
            join(List.of(family), null);
        }
    }

    private void join(Collection<Long> families, @Nullable String into) {
        if (families.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        for (Campaign campaign : campaigns.running(today)) {
            if (into != null && !into.startsWith(campaign.regionPath())) {
                continue;
            }
            items.join(campaign, families);
            matching.match(campaign, families.size() == 1 ? families.iterator().next() : null);
            items.conclude(campaign, families.size() == 1 ? families.iterator().next() : null, today, null);
        }
    }
}
