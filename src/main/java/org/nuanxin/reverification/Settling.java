package org.nuanxin.reverification;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.care.VisitCheck;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles single checks, by the answers of a visit or at the office, and takes a settlement back with the reason. */
@Service
@Transactional
class Settling {

    /** Characters of what was said to have changed. */
    static final int SAID = 200;

    private final JdbcClient jdbc;
    private final CampaignReader campaigns;
    private final CheckReader checks;
    private final Items items;
    private final EncryptedText encryption;
    private final Audit audit;
    private final Clock clock;

    Settling(
            JdbcClient jdbc,
            CampaignReader campaigns,
            CheckReader checks,
            Items items,
            EncryptedText encryption,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.checks = checks;
        this.items = items;
        this.encryption = encryption;
        this.audit = audit;
        this.clock = clock;
    }

    private record Answer(
            String how,
            String outcome,
            String source,
            LocalDate on,
            @Nullable Long visitId,
            @Nullable String said,
            @Nullable String reason) {}

    /** Takes what a visit answered: unchanged settles, changed waits for a caseworker; whoever was met is alive. */
    void visited(VisitCheck.Logged visit, Map<String, String> answers) {
        lock(visit.familyId());
        CheckReader.Item item = checks.current(visit.familyId()).orElse(null);
        if (item == null || visit.on().isBefore(LocalDate.of(item.year(), 1, 1))) {
            return;
        }
        String source = source(visit);
        boolean any = false;
        for (CheckReader.Check check : item.checks()) {
            if (!check.status().equals("OPEN")) {
                continue;
            }
            String said = answers.get(check.id() + "-said");
            String answer = check.kind().asked() ? answers.getOrDefault(String.valueOf(check.id()), "") : "";
            boolean seen = check.kind() == CheckKind.ALIVE && visit.met().contains(check.personId());
            if (seen || answer.equals("SAME")) {
                settle(
                        check,
                        visit.familyId(),
                        new Answer("VISIT", "SAME", source, visit.on(), visit.visitId(), null, null));
                any = true;
            } else if (answer.equals("CHANGED")) {
                settle(
                        check,
                        visit.familyId(),
                        new Answer("VISIT", "DIFFERS", source, visit.on(), visit.visitId(), cut(said), null));
                any = true;
            }
        }
        if (any) {
            items.conclude(campaigns.find(item.campaignId()), visit.familyId(), visit.on(), visit.visitId());
        }
    }

    private String source(VisitCheck.Logged visit) {
        return "走访 "
                + jdbc.sql("select receipt_number from visit where id = :id")
                        .param("id", visit.visitId())
                        .query(String.class)
                        .single();
    }

    private static @Nullable String cut(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String text = said.strip();
        return text.length() <= SAID ? text : text.substring(0, SAID);
    }

    /**
     * At the office, by a source and with a reason; the differing answer before stays in the history.
     *
     * @param corrected whether the record was brought up to date, rather than found right as it was
     */
    void office(long familyId, long checkId, boolean corrected, String source, LocalDate on, String reason) {
        CheckReader.Item item = find(familyId, checkId);
        CheckReader.Check check = check(item, checkId);
        if (check.status().equals("SETTLED")) {
            throw new Rejected("reverification.reject.settled");
        }
        takeBack(checkId, reason);
        settle(check, familyId, new Answer("OFFICE", corrected ? "CORRECTED" : "SAME", source, on, null, null, reason));
        items.conclude(campaigns.find(item.campaignId()), familyId, LocalDate.now(clock), null);
    }

    /** Takes the present answer back; the check is open again, and so is its family. */
    void undo(long familyId, long checkId, String reason) {
        CheckReader.Item item = find(familyId, checkId);
        Campaign campaign = campaigns.find(item.campaignId());
        if (campaign.closed()) {
            throw new Rejected("reverification.reject.closed");
        }
        if (takeBack(checkId, reason) == 0) {
            throw new Rejected("reverification.reject.open");
        }
        jdbc.sql("update reverification_check set status = 'OPEN' where id = :id")
                .param("id", checkId)
                .update();
        items.conclude(campaign, familyId, LocalDate.now(clock), null);
        audit.record(Act.of("reverification.undone", familyId)
                .because(reason)
                .changing(Act.Change.of(field(check(item, checkId)), "SETTLED", "OPEN")));
    }

    /** Two people at the same moment answer one after the other. */
    private void lock(long familyId) {
        jdbc.sql("select id from reverification_item where family_id = :family order by id for update")
                .param("family", familyId)
                .query(row -> {});
    }

    private CheckReader.Item find(long familyId, long checkId) {
        lock(familyId);
        CheckReader.Item item = checks.ofCheck(familyId, checkId).orElseThrow(NotFound::new);
        if (item.status().equals("LEFT")) {
            throw new Rejected("reverification.reject.left");
        }
        return item;
    }

    private static CheckReader.Check check(CheckReader.Item item, long checkId) {
        return item.checks().stream()
                .filter(known -> known.id() == checkId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private int takeBack(long checkId, String reason) {
        return jdbc.sql("""
                        update reverification_settlement set undone_at = :now, undone_by = :actor, undone_because = :reason
                        where check_id = :check and undone_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .param("reason", reason)
                .param("check", checkId)
                .update();
    }

    private void settle(CheckReader.Check check, long familyId, Answer answer) {
        jdbc.sql("""
                        insert into reverification_settlement (id, check_id, family_id, region_path, how, outcome, source, fact_on,
                                                               visit_id, said, reason, recorded_by, recorded_at)
                        select nextval('reverification_settlement_seq'), k.id, k.family_id, k.region_path, :how, :outcome, :source,
                               :on, :visit, :said, :reason, :actor, :now
                        from reverification_check k where k.id = :check""")
                .param("how", answer.how())
                .param("outcome", answer.outcome())
                .param("source", answer.source())
                .param("on", answer.on())
                .param("visit", answer.visitId(), Types.BIGINT)
                .param("said", encryption.convertToDatabaseColumn(answer.said()), Types.BINARY)
                .param("reason", answer.reason(), Types.VARCHAR)
                .param("actor", Scope.actor())
                .param("now", OffsetDateTime.now(clock))
                .param("check", check.id())
                .update();
        audit.record(Act.of("reverification.settled", familyId)
                .because(answer.source())
                .changing(Act.Change.of(field(check), check.status(), answer.outcome())));
    }

    private static String field(CheckReader.Check check) {
        return "reverification." + check.kind().name().toLowerCase(Locale.ROOT);
    }
}
