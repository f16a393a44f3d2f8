package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Money;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Decisions;
import org.nuanxin.policy.Outcome;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The activity money of a group, year by year (关爱小组活动经费, city finance, Reply 一(四)). Entries are added, never
 * changed; the database lets no balance fall below zero.
 */
@Service
@Transactional
public class GroupLedger {

    static final String PROGRAM = "care-group-fund";

    /** Days after an exit in which receipts are still booked; then the rest is returned (口径待定). */
    static final int RECEIPT_DAYS = 30;

    private final CareGroupRepository groups;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    GroupLedger(CareGroupRepository groups, Decisions decisions, JdbcClient jdbc, Audit audit, Clock clock) {
        this.groups = groups;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a group's money is used for, booked by its day's year. */
    public record Expense(UUID clientId, Money amount, LocalDate on, String purpose, String receiptNo) {}

    /** A line of the ledger; spent money is negative. */
    public record Entry(
            long id,
            String kind,
            BigDecimal amount,
            LocalDate bookedOn,
            String purpose,
            @Nullable String receiptNo,
            Instant recordedAt,
            String recordedBy,
            boolean reversed) {}

    /** What the rule says of this year's allocation. */
    @Transactional(readOnly = true)
    public @Nullable Decision allocationRule(long groupId, LocalDate on) {
        return decisions.decide(List.of(Subject.careGroup(groupId)), on).stream()
                .filter(decision -> decision.program().code().equals(PROGRAM))
                .findFirst()
                .orElse(null);
    }

    /**
     * Allocates this year's amount by the rule in force today.
     *
     * @throws Rejected where the rule gives nothing, or the year has its allocation
     */
    public void allocate(long familyId, UUID clientId, String purpose) {
        CareGroup group = group(familyId);
        requireNotFrozen(familyId, -1);
        LocalDate today = LocalDate.now(clock);
        Decision decision = allocationRule(group.id(), today);
        if (decision == null || decision.outcome() != Outcome.ELIGIBLE) {
            throw new Rejected("caregroup.reject.not-entitled");
        }
        Money amount = decision.total();
        book(group, new Line(clientId, "ALLOCATION", amount.yuan(), today, purpose, null, null));
        audit.record(Act.of("caregroup.allocated", familyId)
                .on(Subject.careGroup(group.id()))
                .changing(Act.Change.of("caregroup.fund", null, amount.yuan())));
    }

    /** Books an expense with its receipt. Throws {@link Rejected} where it is more than there is in that year. */
    public void spend(long familyId, Expense expense) {
        CareGroup group = group(familyId);
        requireNotFrozen(familyId, RECEIPT_DAYS);
        book(
                group,
                new Line(
                        expense.clientId(),
                        "EXPENSE",
                        expense.amount().yuan().negate(),
                        expense.on(),
                        expense.purpose(),
                        expense.receiptNo(),
                        null));
        audit.record(Act.of("caregroup.spent", familyId)
                .on(Subject.careGroup(group.id()))
                .because(expense.purpose())
                .changing(Act.Change.of(
                        "caregroup.fund", null, expense.amount().yuan().negate())));
    }

    /** Undoes one whole entry with the reason; once only. */
    public void reverse(long familyId, long entryId, UUID clientId, String reason) {
        CareGroup group = group(familyId);
        Entry entry = entry(group.id(), entryId);
        if (entry.reversed() || entry.kind().equals("REVERSAL")) {
            throw new Rejected("caregroup.reject.reversed");
        }
        book(group, new Line(clientId, "REVERSAL", entry.amount().negate(), entry.bookedOn(), reason, null, entryId));
        audit.record(Act.of("caregroup.reversed", familyId)
                .on(Subject.careGroup(group.id()))
                .because(reason)
                .changing(Act.Change.of("caregroup.fund", entry.amount(), null)));
    }

    /** One entry of the family's group, for the page that asks for the reason of its reversal. */
    @Transactional(readOnly = true)
    public Entry entryOf(long familyId, long entryId) {
        return entry(group(familyId).id(), entryId);
    }

    /** A group's entries of a year, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(long groupId, int year) {
        return select("l.group_id = :group and l.year = :value", groupId, year);
    }

    private Entry entry(long groupId, long entryId) {
        return select("l.group_id = :group and l.id = :value", groupId, entryId).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Entry> select(String condition, long groupId, long value) {
        return jdbc.sql("""
                        select l.id, l.kind, l.amount, l.booked_on, l.purpose, l.receipt_no, l.recorded_at,
                               a.display_name, exists (select 1 from group_ledger r where r.reverses_id = l.id)
                        from group_ledger l join account a on a.id = l.recorded_by
                        where %s order by l.booked_on desc, l.id desc""".formatted(condition))
                .param("group", groupId)
                .param("value", value)
                .query((row, n) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant(),
                        row.getString(8),
                        row.getBoolean(9)))
                .list();
    }

    private record Line(
            UUID clientId,
            String kind,
            BigDecimal amount,
            LocalDate on,
            String purpose,
            @Nullable String receiptNo,
            @Nullable Long reverses) {}

    private void book(CareGroup group, Line line) {
        try {
            jdbc.sql("""
                            insert into group_ledger (id, client_id, group_id, family_id, region_path, year, kind, amount,
                                booked_on, purpose, receipt_no, reverses_id, recorded_by)
                            values (nextval('group_ledger_seq'), :client, :group, :family, :path, :year, :kind, :amount,
                                :on, :purpose, :receipt, :reverses, :actor)""")
                    .param("client", line.clientId())
                    .param("group", group.id())
                    .param("family", group.familyId())
                    .param("path", group.regionPath())
                    .param("year", line.on().getYear())
                    .param("kind", line.kind())
                    .param("amount", line.amount())
                    .param("on", line.on())
                    .param("purpose", line.purpose())
                    .param("receipt", line.receiptNo())
                    .param("reverses", line.reverses())
                    .param("actor", Scope.actor())
                    .update();
        } catch (DataIntegrityViolationException refused) {
            throw translated(refused);
        }
    }

    private static RuntimeException translated(DataIntegrityViolationException refused) {
        String message = String.valueOf(refused.getMessage());
        if (message.contains("more than there is")) {
            return new Rejected("caregroup.reject.below-zero");
        }
        if (message.contains("allocated already")) {
            return new Rejected("caregroup.reject.allocated");
        }
        if (message.contains("client_id") || message.contains("reverses_id")) {
            return new Rejected("caregroup.reject.booked");
        }
        return refused;
    }

    private CareGroup group(long familyId) {
        return groups.findByFamilyIdAndClosedOnIsNull(familyId).orElseThrow(NotFound::new);
    }

    /** After an exit the money is frozen: nothing new comes in, receipts are booked for thirty days, the rest goes back. */
    private void requireNotFrozen(long familyId, int days) {
        LocalDate today = LocalDate.now(clock);
        boolean frozen = jdbc.sql("select count(*) from family where id = :family and exited_on + :days < :today")
                        .param("family", familyId)
                        .param("days", days)
                        .param("today", today)
                        .query(Long.class)
                        .single()
                > 0;
        if (frozen) {
            throw new Rejected("caregroup.reject.frozen", RECEIPT_DAYS);
        }
    }
}
