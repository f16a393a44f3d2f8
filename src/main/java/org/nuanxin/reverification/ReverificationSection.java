package org.nuanxin.reverification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyList;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 年审 on the worklist: how many we have not checked yet, the longest wait, those that differ first. */
@Component
@Transactional(readOnly = true)
class ReverificationSection implements WorklistSection {

    private static final int ROWS = 5;

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Formats formats;

    ReverificationSection(JdbcClient jdbc, FamilyList families, Formats formats) {
        this.jdbc = jdbc;
        this.families = families;
        this.formats = formats;
    }

    record Row(long familyId, String names, String place, boolean differs, LocalDate lastDay) {}

    /** What waits; {@code campaignId} is the newest campaign's, for the link to all. */
    record Waiting(
            long count,
            long differing,
            long longestDays,
            @Nullable Long campaignId,
            List<Row> rows) {}

    private record Stored(
            long familyId,
            boolean differs,
            LocalDate endsOn,
            LocalDate joinedOn,
            long campaign,
            long count,
            long differing,
            LocalDate first) {}

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER, Role.POLICY_ADMIN);
    }

    @Override
    public String template() {
        return "reverification/parts :: worklist";
    }

    @Override
    public @Nullable Shown content(SignedInAccount account) {
        List<Stored> stored = jdbc.sql("""
                        select x.* from (
                            select i.family_id, i.differs, c.ends_on, i.joined_on, c.id, count(*) over (),
                                   count(*) filter (where i.differs) over (), min(i.joined_on) over ()
                            from reverification_item i join reverification_campaign c on c.id = i.campaign_id
                            where i.status = 'OPEN' and c.opens_on <= :today and not exists (
                                select 1 from reverification_item n join reverification_campaign m on m.id = n.campaign_id
                                where n.family_id = i.family_id and m.year > c.year)) x
                        order by x.differs desc, x.ends_on, x.joined_on, x.family_id limit %d""".formatted(ROWS))
                .param("today", formats.today())
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getBoolean(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getObject(8, LocalDate.class)))
                .list();
        if (stored.isEmpty()) {
            return null;
        }
        Map<Long, FamilyList.Row> names = new HashMap<>();
        families.byIds(stored.stream().map(Stored::familyId).toList()).forEach(row -> names.put(row.id(), row));
        Stored first = stored.get(0);
        List<Row> rows = stored.stream()
                .filter(row -> names.containsKey(row.familyId()))
                .map(row -> {
                    FamilyList.Row family = java.util.Objects.requireNonNull(names.get(row.familyId()));
                    return new Row(
                            row.familyId(),
                            family.names(),
                            family.place(),
                            row.differs(),
                            row.endsOn().minusDays(1));
                })
                .toList();
        return new Shown(
                new Waiting(first.count(), first.differing(), formats.daysSince(first.first()), first.campaign(), rows),
                List.of(),
                first.count());
    }
}
