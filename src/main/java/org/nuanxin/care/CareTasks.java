package org.nuanxin.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.FamiliesConfirmed;
import org.nuanxin.family.LeadTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that events and the calendar open, and what people do with them. */
@Service
@Transactional
public class CareTasks {

    private final TaskOpening opening;
    private final CareDeadlines deadlines;
    private final CareTaskRepository tasks;
    private final Audit audit;
    private final Clock clock;

    CareTasks(TaskOpening opening, CareDeadlines deadlines, CareTaskRepository tasks, Audit audit, Clock clock) {
        this.opening = opening;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** 必须一: due seven days [A] after we learned of the loss, unless the county decided otherwise. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void firstVisit(LeadTaken lead) {
        opening.open(
                lead.familyId(),
                new TaskOpening.Wanted(
                        TaskKind.FIRST_VISIT,
                        "first",
                        TaskReason.NEW_LOSS,
                        lead.knownOn(),
                        null,
                        lead.knownOn(),
                        deadlines.firstVisit(lead.familyId(), lead.knownOn()),
                        null,
                        null));
    }

    /** A family confirmed in the middle of a window, a quarter or a month joins it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(FamiliesConfirmed confirmed) {
        if (!confirmed.familyIds().isEmpty()) {
            openDue(confirmed.familyIds());
        }
    }

    /** What the calendar asks for today, for every family in scope. Returns how many tasks are new. Throws without a scope. */
    public int openDue() {
        Scope.actor();
        return openDue(null);
    }

    private int openDue(@Nullable Collection<Long> only) {
        LocalDate today = LocalDate.now(clock);
        int opened = Festival.openOn(today, CareSettings.FESTIVAL_WINDOW.most())
                .map(window -> opening.openFestival(window, today, only))
                .orElse(0);
        return opened + opening.openHomeVisits(today, only) + opening.openContacts(today, only);
    }

    /**
     * 必须三: due three days [A] after we learned of it, unless the county decided otherwise; the same occasion again is nothing.
     *
     * @param occasion names the event once and for all, such as {@code stay-17}
     * @param note what happened, in the words of who told us; kept encrypted
     */
    public void openTimelyCare(
            long familyId, String occasion, TaskReason reason, LocalDate knownOn, @Nullable String note) {
        boolean opened = opening.open(
                familyId,
                new TaskOpening.Wanted(
                        TaskKind.TIMELY_CARE,
                        occasion,
                        reason,
                        knownOn,
                        note,
                        knownOn,
                        deadlines.timelyCare(familyId, knownOn),
                        null,
                        null));
        if (opened) {
            audit.record(Act.of("care.trouble-reported", familyId));
        }
    }

    /**
     * 年审: what is left to check of these families, {@code [from, to)}; again is nothing, closed before is open again.
     *
     * @param occasion names the campaign, such as {@code 2026}
     */
    public void openYearly(String occasion, LocalDate from, LocalDate to, Collection<Long> families) {
        if (!families.isEmpty()) {
            opening.openYearly(occasion, from, to.minusDays(1), families);
        }
    }

    /** 年审 settled; {@code visitId} is the visit that settled the last of it, null where it was the office or a list. */
    public void closeYearly(String occasion, Collection<Long> families, LocalDate on, @Nullable Long visitId) {
        if (!families.isEmpty()) {
            opening.closeYearly(occasion, families, on, visitId, null);
        }
    }

    /** 年审 no longer asked of these families, with the reason. */
    public void cancelYearly(String occasion, Collection<Long> families, String because) {
        if (!families.isEmpty()) {
            opening.closeYearly(occasion, families, LocalDate.now(clock), null, because);
        }
    }

    /** Names who goes and when. Throws {@link NotFound} out of scope, {@link StaleVersion} when somebody was quicker. */
    void assign(long taskId, int version, @Nullable Long to, @Nullable LocalDate on, @Nullable LocalTime at) {
        CareTask task = find(taskId, version);
        task.assign(to, on, at);
        audit.record(Act.of("care.task-assigned", task.familyId()));
    }

    /** Puts a task off, with the reason. */
    void postpone(long taskId, int version, LocalDate to, String because) {
        CareTask task = find(taskId, version);
        LocalDate before = task.dueOn();
        task.postpone(to, because, LocalDate.now(clock));
        audit.record(Act.of("care.task-postponed", task.familyId())
                .because(because)
                .changing(Act.Change.of("care.due-on", before, to)));
    }

    private CareTask find(long taskId, int version) {
        CareTask task = tasks.findById(taskId).orElseThrow(NotFound::new);
        if (task.version() != version) {
            throw new StaleVersion("/visits/tasks/" + taskId, java.util.List.of());
        }
        return task;
    }
}
