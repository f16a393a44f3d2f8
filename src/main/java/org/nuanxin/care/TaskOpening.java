package org.nuanxin.care;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens tasks: one statement for any number of families, and each task once, however often and from how many machines it
 * is asked for (unique key family, kind, occasion). All inside the caller's transaction and scope.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskOpening {

    private static final String INSERT = """
            insert into care_task (id, family_id, region_path, kind, occasion, reason, reason_on, note,
                                   opens_on, limit_on, due_on, assignee_id, planned_on, last_met_on,
                                   status, done_on, visit_id)
            """;

    private static final String ONCE = " on conflict (family_id, kind, occasion) do nothing";

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final EncryptedText encryption;

    TaskOpening(JdbcClient jdbc, EntityManager entities, EncryptedText encryption) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.encryption = encryption;
    }

    /** A task to open, due on {@code dueOn}; assignee and plan may be open. */
    record Wanted(
            TaskKind kind,
            String occasion,
            TaskReason reason,
            LocalDate reasonOn,
            @Nullable String note,
            LocalDate opensOn,
            LocalDate dueOn,
            @Nullable Long assigneeId,
            @Nullable LocalDate plannedOn) {}

    /** Opens one task of one family; again is nothing. Returns whether it is new. */
    boolean open(long familyId, Wanted wanted) {
        entities.flush();
        return jdbc.sql(INSERT + """
                                select nextval('care_task_seq'), f.id, f.region_path, :kind, :occasion, :reason, :reasonOn, :note,
                                       :opensOn, :dueOn, :dueOn, :assignee, :plannedOn, (select max(m.on_date) from visit m where m.family_id = f.id and m.met), 'OPEN', null, null
                                from family f where f.id = :family and f.status <> 'EXITED'""" + ONCE)
                        .param("family", familyId)
                        .param("kind", wanted.kind().name())
                        .param("occasion", wanted.occasion())
                        .param("reason", wanted.reason().name())
                        .param("reasonOn", wanted.reasonOn())
                        .param("note", encryption.convertToDatabaseColumn(wanted.note()), java.sql.Types.BINARY)
                        .param("opensOn", wanted.opensOn())
                        .param("dueOn", wanted.dueOn())
                        .param("assignee", wanted.assigneeId(), java.sql.Types.BIGINT)
                        .param("plannedOn", wanted.plannedOn(), java.sql.Types.DATE)
                        .update()
                > 0;
    }

    /**
     * A festival's visits for every confirmed family in scope, or only the given ones; a visit of the window already paid
     * counts. When the window opens, and whether the festival is visited at all, each family's county decides.
     */
    int openFestival(Festival.Window window, LocalDate today, @Nullable Collection<Long> only) {
        return set(INSERT + """
                select nextval('care_task_seq'), f.id, f.region_path, 'FESTIVAL', :occasion, :reason, :day, null,
                       w.opens_on, :dueOn, :dueOn, null, null, (select max(m.on_date) from visit m where m.family_id = f.id and m.met),
                       case when v.id is null then 'OPEN' when v.channel = 'HOME' then 'DONE' else 'FULFILLED_OTHERWISE' end,
                       v.on_date, v.id
                from family f
                cross join lateral (
                    select cast(:day as date) - setting_value('care.festival-window-days', f.region_path, :today, :days)::integer as opens_on) w
                left join lateral (
                    select v.id, v.on_date, v.channel from visit v
                    where v.family_id = f.id and v.on_date between w.opens_on and :today
                      and (v.met and v.channel = 'HOME'
                           or f.visits_welcome <> 'WELCOME' and (v.met or v.channel in ('PARCEL', 'RELATIVE', 'NEIGHBOUR')))
                    order by v.channel <> 'HOME', v.on_date, v.id limit 1) v on true
                where f.status = 'CONFIRMED' and w.opens_on <= :today
                  and setting_value(:festival, f.region_path, :today, 'true') = 'true'""", only)
                .param("occasion", window.occasion())
                .param("reason", window.festival().name())
                .param("day", window.day())
                .param("festival", CareSettings.of(window.festival()).key())
                .param("days", CareSettings.FESTIVAL_WINDOW.fallback())
                .param("dueOn", window.dueOn())
                .param("today", today)
                .update();
    }

    /**
     * The quarter's visit at home. Who was never visited is due on the day of the confirmation; who was visited this
     * quarter, or has a first visit or an older home visit still open, gets none.
     */
    int openHomeVisits(LocalDate today, @Nullable Collection<Long> only) {
        LocalDate from = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return set(INSERT + """
                select nextval('care_task_seq'), f.id, f.region_path, 'HOME_VISIT',
                       case when last.on_date is null then 'never-visited' else :occasion end,
                       case when last.on_date is null then 'NEVER_VISITED' else 'CADENCE' end,
                       coalesce(last.on_date, f.confirmed_on), null,
                       case when last.on_date is null then f.confirmed_on else :from end,
                       case when last.on_date is null then f.confirmed_on else :to end,
                       case when last.on_date is null then f.confirmed_on else :to end,
                       null, null, (select max(m.on_date) from visit m where m.family_id = f.id and m.met), 'OPEN', null, null
                from family f
                left join lateral (
                    select max(v.on_date) as on_date from visit v
                    where v.family_id = f.id and v.met and (v.channel = 'HOME' or f.visits_welcome <> 'WELCOME')) last on true
                where f.status = 'CONFIRMED'
                  and (last.on_date is null
                       or last.on_date < :from
                          and setting_value('care.quarterly-visits', f.region_path, :today, 'true') = 'true')
                  and not exists (select 1 from care_task t where t.family_id = f.id and t.status = 'OPEN'
                                  and t.kind in ('FIRST_VISIT', 'HOME_VISIT'))""", only)
                .param("occasion", from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR))
                .param("today", today)
                .param("from", from)
                .param("to", from.plusMonths(3).minusDays(1))
                .update();
    }

    /** The month's word with a family that was visited before; who waits for a first word at all is not called twice. */
    int openContacts(LocalDate today, @Nullable Collection<Long> only) {
        YearMonth month = YearMonth.from(today);
        return set(INSERT + """
                select nextval('care_task_seq'), f.id, f.region_path, 'ROUTINE_CONTACT', :occasion, 'CADENCE',
                       coalesce(last.on_date, f.confirmed_on), null, :from, :to, :to, null, null, last.on_date,
                       'OPEN', null, null
                from family f
                left join lateral (select max(v.on_date) as on_date from visit v where v.family_id = f.id and v.met) last on true
                where f.status = 'CONFIRMED' and (last.on_date is null or last.on_date < :from)
                  and setting_value('care.monthly-contacts', f.region_path, :today, 'true') = 'true'
                  and not exists (select 1 from care_task t where t.family_id = f.id and t.status = 'OPEN'
                                  and (t.kind in ('FIRST_VISIT', 'ROUTINE_CONTACT') or t.reason = 'NEVER_VISITED'))""", only)
                .param("occasion", month.toString())
                .param("today", today)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .update();
    }

    private JdbcClient.StatementSpec set(String statement, @Nullable Collection<Long> only) {
        entities.flush();
        JdbcClient.StatementSpec prepared = jdbc.sql(statement + (only == null ? "" : " and f.id in (:only)") + ONCE);
        return only == null ? prepared : prepared.param("only", List.copyOf(only));
    }

    /** 年审: the families that matching left open; a task that was closed before is opened again. */
    void openYearly(String occasion, LocalDate from, LocalDate to, Collection<Long> families) {
        entities.flush();
        jdbc.sql(INSERT + """
                select nextval('care_task_seq'), f.id, f.region_path, 'REVERIFICATION', :occasion, 'YEARLY', :from, null,
                       :from, :to, :to, null, null, (select max(m.on_date) from visit m where m.family_id = f.id and m.met),
                       'OPEN', null, null
                from family f where f.status = 'CONFIRMED' and f.id in (:families)
                on conflict (family_id, kind, occasion) do update
                set status = 'OPEN', done_on = null, visit_id = null, closed_because = null, version = care_task.version + 1
                where care_task.status <> 'OPEN'""")
                .param("occasion", occasion)
                .param("from", from)
                .param("to", to)
                .param("families", families)
                .update();
    }

    /** 年审 done, by a visit where {@code visitId} is given; or no longer asked, where {@code cancelled} says why. */
    void closeYearly(
            String occasion,
            Collection<Long> families,
            LocalDate on,
            @Nullable Long visitId,
            @Nullable String cancelled) {
        entities.flush();
        jdbc.sql("""
                        update care_task set status = case when cast(:cancelled as text) is null then 'DONE' else 'CANCELLED' end,
                               done_on = case when cast(:cancelled as text) is null then cast(:on as date) end,
                               closed_because = :cancelled, visit_id = cast(:visit as bigint), version = version + 1
                        where kind = 'REVERIFICATION' and occasion = :occasion and status = 'OPEN' and family_id in (:families)""")
                .param("cancelled", cancelled, java.sql.Types.VARCHAR)
                .param("on", on)
                .param("visit", visitId, java.sql.Types.BIGINT)
                .param("occasion", occasion)
                .param("families", families)
                .update();
    }
}
