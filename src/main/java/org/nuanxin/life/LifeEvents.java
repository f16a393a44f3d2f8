package org.nuanxin.life;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyChange.Kind;
import org.nuanxin.family.LifeCourse;
import org.nuanxin.family.NewFamily;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what happened, lets the file follow, and takes back what was recorded by mistake. */
@Service
@Transactional
public class LifeEvents {

    private final LifeCourse course;
    private final List<Consequences> consequences;
    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final Audit audit;
    private final Clock clock;

    LifeEvents(
            LifeCourse course,
            List<Consequences> consequences,
            JdbcClient jdbc,
            EncryptedText encryption,
            Audit audit,
            Clock clock) {
        this.course = course;
        this.consequences = consequences.stream()
                .sorted(Comparator.comparingInt(Consequences::order))
                .toList();
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param kind {@link Kind#PARENT_DIED} for any death; whether it was the last parent's shows itself
     * @param on the day it is true from, today or before
     * @param source the paper or person we know it from
     * @param newcomer who joins, where somebody does
     * @param home where the parent who leaves lives, at a divorce
     */
    public record Happening(
            UUID clientId,
            long familyId,
            Kind kind,
            @Nullable Long personId,
            LocalDate on,
            String source,
            @Nullable String note,
            NewFamily.@Nullable NewPerson newcomer,
            LifeCourse.@Nullable NewHome home,
            @Nullable Heir heir) {}

    /** To whom goes what is still unpaid; phone digits only. */
    public record Heir(
            String name, String relation, @Nullable String phone) {}

    /** An event on record; {@code late} when it was recorded more than a day after it happened. */
    public record Recorded(
            long id,
            Kind kind,
            LocalDate on,
            String source,
            @Nullable String note,
            @Nullable Long personId,
            @Nullable String person,
            @Nullable Long otherFamilyId,
            Instant recordedAt,
            @Nullable String recordedBy,
            boolean late,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawReason) {}

    /** What a change will do, in the words of the features that will do it. */
    @Transactional(readOnly = true)
    public List<Consequences.Line> foresee(FamilyChange change) {
        return consequences.stream()
                .flatMap(feature -> feature.foresee(change).stream())
                .toList();
    }

    /**
     * Records an event and carries it out; the same client id again is the same event. Returns the family to show: the
     * new file after a divorce stays for later.
     */
    public FamilyChange record(Happening what) {
        Optional<FamilyChange> before = jdbc.sql(
                        "select kind, family_id, on_date from life_event where client_id = :client")
                .param("client", what.clientId())
                .query((row, n) -> FamilyChange.of(
                        Kind.valueOf(row.getString(1)), row.getLong(2), row.getObject(3, LocalDate.class)))
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        FamilyChange change = carryOut(what);
        long event = jdbc.sql("""
                        insert into life_event (id, client_id, family_id, region_path, kind, person_id, other_family_id, on_date,
                                                source, note, recorded_at, recorded_by)
                        select nextval('life_event_seq'), :client, f.id, f.region_path, :kind, :person, :other, :on, :source, :note,
                               :at, :by
                        from family f where f.id = :family returning id""")
                .param("client", what.clientId())
                .param("family", what.familyId())
                .param("kind", change.kind().name())
                .param("person", change.personId(), Types.BIGINT)
                .param("other", change.otherFamilyId(), Types.BIGINT)
                .param("on", what.on())
                .param("source", what.source())
                .param("note", encryption.convertToDatabaseColumn(what.note()), Types.BINARY)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("by", Scope.actor())
                .query(Long.class)
                .single();
        Heir heir = what.heir();
        if (heir != null && change.personId() != null) {
            jdbc.sql("""
                            insert into heir (id, family_id, region_path, event_id, person_id, name, relation, phone)
                            select nextval('heir_seq'), f.id, f.region_path, :event, :person, :name, :relation, :phone
                            from family f where f.id = :family""")
                    .param("family", what.familyId())
                    .param("event", event)
                    .param("person", change.personId())
                    .param("name", heir.name())
                    .param("relation", heir.relation())
                    .param("phone", encryption.convertToDatabaseColumn(heir.phone()), Types.BINARY)
                    .update();
        }
        audit.record(Act.of("life.recorded", what.familyId())
                .because(what.source())
                .changing(Act.Change.of("life.kind", null, change.kind())));
        return change;
    }

    private FamilyChange carryOut(Happening what) {
        return switch (what.kind()) {
            case PARENT_DIED, LAST_PARENT_DIED -> course.died(what.familyId(), who(what), what.on());
            case DIVORCED -> course.split(what.familyId(), who(what), what.on(), given(what.home()));
            case REMARRIED, GRANDCHILD_RAISED ->
                course.joins(what.familyId(), what.kind(), given(what.newcomer()), what.on());
            case REOPENED -> course.reopen(what.familyId(), what.on());
            default -> course.exit(what.familyId(), what.kind(), what.on());
        };
    }

    private static long who(Happening what) {
        return given(what.personId());
    }

    private static <T> T given(@Nullable T part) {
        if (part == null) {
            throw new Rejected("life.reject.incomplete");
        }
        return part;
    }

    /**
     * Takes an event back that never happened; its record stays, with the reason.
     *
     * @throws Rejected where it cannot be taken back by itself: a divorce (merge the two files), a reopening, a second time
     */
    public void withdraw(long familyId, long eventId, String reason) {
        Recorded event = of(familyId).stream()
                .filter(known -> known.id() == eventId)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (event.withdrawnAt() != null) {
            throw new Rejected("life.reject.withdrawn-already");
        }
        switch (event.kind()) {
            case PARENT_DIED, LAST_PARENT_DIED -> course.notDied(familyId, given(event.personId()));
            case REMARRIED, GRANDCHILD_RAISED -> course.leaves(familyId, given(event.personId()), event.on());
            case CHILD_BORN, CHILD_ADOPTED, MOVED_OUT, CLOSED_AS_ERROR -> course.notExited(familyId);
            default -> throw new Rejected("life.reject.not-by-itself");
        }
        jdbc.sql("""
                        update life_event set withdrawn_at = :at, withdrawn_by = :by, withdraw_reason = :reason
                        where id = :id and withdrawn_at is null""")
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("by", Scope.actor())
                .param("reason", reason)
                .param("id", eventId)
                .update();
        audit.record(Act.of("life.withdrawn", familyId)
                .because(reason)
                .changing(Act.Change.of("life.kind", event.kind(), null)));
    }

    /** All events of a family, newest first, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<Recorded> of(long familyId) {
        return jdbc.sql("""
                        select e.id, e.kind, e.on_date, e.source, e.note, e.person_id, p.name, e.other_family_id, e.recorded_at,
                               a.display_name, e.withdrawn_at, e.withdraw_reason
                        from life_event e
                        left join person p on p.id = e.person_id
                        left join account a on a.id = e.recorded_by
                        where e.family_id = :family order by e.on_date desc, e.id desc""")
                .param("family", familyId)
                .query((row, n) -> {
                    LocalDate on = row.getObject(3, LocalDate.class);
                    Instant recorded = row.getTimestamp(9).toInstant();
                    return new Recorded(
                            row.getLong(1),
                            Kind.valueOf(row.getString(2)),
                            on,
                            row.getString(4),
                            encryption.convertToEntityAttribute(row.getBytes(5)),
                            row.getObject(6, Long.class),
                            row.getString(7),
                            row.getObject(8, Long.class),
                            recorded,
                            row.getString(10),
                            LocalDate.ofInstant(recorded, clock.getZone()).isAfter(on.plusDays(1)),
                            row.getTimestamp(11) == null
                                    ? null
                                    : row.getTimestamp(11).toInstant(),
                            row.getString(12));
                })
                .list();
    }
}
