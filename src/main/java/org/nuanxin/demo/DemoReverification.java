package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.care.Channel;
import org.nuanxin.care.NewVisit;
import org.nuanxin.care.Visits;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.NewFamily;
import org.nuanxin.reverification.Campaigns;
import org.nuanxin.reverification.OpenChecks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A re-verification that runs in 鲤城: some matched by this year's list, some done at a visit, one differs, the rest waits. */
@Component
@OnDemoDatabase
class DemoReverification {

    private static final String LICHENG = "350502000000";
    /** Days ago it began, and days it runs on. */
    private static final int SINCE = 20;

    private static final int ON = 40;
    private static final int LISTED = 24;
    private static final int VISITED = 6;

    private final Campaigns campaigns;
    private final OpenChecks open;
    private final DatedFacts facts;
    private final Visits visits;
    private final FamilyHeads heads;
    private final JdbcClient jdbc;

    DemoReverification(
            Campaigns campaigns, OpenChecks open, DatedFacts facts, Visits visits, FamilyHeads heads, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.open = open;
        this.facts = facts;
        this.visits = visits;
        this.heads = heads;
        this.jdbc = jdbc;
    }

    void make(DemoDesk desk) {
        if (!desk.county().code().equals(LICHENG)) {
            return;
        }
        LocalDate began = desk.today().minusDays(SINCE);
        desk.at(began.minusDays(3), "jingban", () -> list(desk, began.minusDays(5)));
        desk.at(
                began,
                "shenhe",
                () -> campaigns.open(new Campaigns.Wanted(
                        desk.path(),
                        began,
                        desk.today().plusDays(ON),
                        Set.of("ALIVE", "IDENTITY", "ADDRESS", "CONTACT", "LIVELIHOOD"))));
        LocalDate visited = desk.today().minusDays(2);
        desk.at(visited, "jisheng", () -> visit(desk, visited));
    }

    /** This year's list of livelihood classes: what was known is true again. */
    private void list(DemoDesk desk, LocalDate on) {
        for (long family : confirmed(desk).stream().limit(LISTED).toList()) {
            for (DatedFacts.Known known : facts.on(family, on)) {
                if (known.name().equals("livelihood") && known.from().isBefore(LocalDate.of(on.getYear(), 1, 1))) {
                    facts.record(
                            family,
                            known.personId(),
                            new NewFamily.NewFact("livelihood", known.value(), on, null, "区低保名单比对"));
                }
            }
        }
    }

    private void visit(DemoDesk desk, LocalDate on) {
        int visited = 0;
        for (long family : confirmed(desk)) {
            List<String> keys = open.keys(family);
            if (!keys.isEmpty() && visited < VISITED) {
                Map<String, String> answers = new HashMap<>();
                keys.forEach(key -> answers.put(key, "SAME"));
                if (visited == 0) {
                    answers.put(keys.get(0), "CHANGED");
                    answers.put(keys.get(0) + "-said", "搬到隔壁楼二楼");
                }
                visits.log(family, visit(desk, heads.read(family), on), answers);
                visited++;
            }
        }
    }

    private NewVisit visit(DemoDesk desk, FamilyHead family, LocalDate on) {
        return new NewVisit(
                UUID.nameUUIDFromBytes(new byte[] {7, (byte) family.id(), (byte) (family.id() >> 8)}),
                true,
                desk.accountId("jisheng"),
                new NewVisit.Content(
                        on,
                        null,
                        Channel.HOME,
                        true,
                        null,
                        null,
                        family.living().stream()
                                .map(member -> new NewVisit.Member(member.id(), true, Set.of(), null, null))
                                .toList(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null));
    }

    private List<Long> confirmed(DemoDesk desk) {
        return jdbc.sql(
                        "select id from family where status = 'CONFIRMED' and starts_with(region_path, :path) order by id")
                .param("path", desk.path())
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
