package org.nuanxin.care;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Logs visits, which closes the tasks they fulfil, and corrects them without losing what they said. */
@Service
@Transactional
public class Visits {

    private final VisitRepository visits;
    private final VisitMemberRepository members;
    private final VisitRevisionRepository revisions;
    private final CareTaskRepository tasks;
    private final TaskOpening opening;
    private final CareDeadlines deadlines;
    private final FamilyHeads heads;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final List<VisitCheck> checks;
    private final Clock clock;

    Visits(
            VisitRepository visits,
            VisitMemberRepository members,
            VisitRevisionRepository revisions,
            CareTaskRepository tasks,
            TaskOpening opening,
            CareDeadlines deadlines,
            FamilyHeads heads,
            JdbcClient jdbc,
            JsonMapper json,
            Audit audit,
            ApplicationEventPublisher events,
            List<VisitCheck> checks,
            Clock clock) {
        this.visits = visits;
        this.members = members;
        this.revisions = revisions;
        this.tasks = tasks;
        this.opening = opening;
        this.deadlines = deadlines;
        this.heads = heads;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.checks = checks;
        this.clock = clock;
    }

    /** The server's answer to a visit; the same for every repetition. */
    public record Receipt(long visitId, String number) {}

    /**
     * Logs a visit and closes the tasks it fulfils. The same client id again, even at the same moment, is the same visit.
     *
     * @throws NotFound out of scope
     * @throws Rejected after the family's exit, or when the client id belongs to another family's visit
     */
    public Receipt log(long familyId, NewVisit wanted) {
        return log(familyId, wanted, Map.of());
    }

    /** The same, with the answers to what features asked in passing ({@link VisitCheck}). */
    public Receipt log(long familyId, NewVisit wanted, Map<String, String> answers) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", wanted.clientId().toString())
                .query(row -> {});
        Optional<Visit> before = visits.findByClientId(wanted.clientId());
        if (before.isPresent()) {
            return repeated(before.get(), familyId);
        }
        FamilyHead family = heads.read(familyId);
        if (family.status() == FamilyStatus.EXITED) {
            throw new Rejected("care.reject.exited");
        }
        requireMembers(family, wanted.content());
        Visit visit =
                save(new Visit(wanted, familyId, family.filingPath(), receiptNumber(), Scope.actor(), clock.instant()));
        members.saveAll(wanted.content().members().stream()
                .map(member -> new VisitMember(visit, member))
                .toList());
        fulfil(visit, family, wanted.content());
        openNext(visit, wanted);
        pass(visit, wanted.content(), answers);
        audit.record(Act.of("care.visit-logged", familyId));
        events.publishEvent(new VisitLogged(visit.id(), familyId, visit.on()));
        return new Receipt(visit.id(), visit.receiptNumber());
    }

    /**
     * Corrects what a visit says; what it said before stays readable. Opens and closes no task.
     *
     * @throws StaleVersion when somebody corrected it since {@code version} was read
     */
    public void correct(long visitId, int version, String reason, NewVisit.Content wanted) {
        Visit visit = visits.findById(visitId).orElseThrow(NotFound::new);
        if (visit.version() != version) {
            throw new StaleVersion("/visits/" + visitId + "/edit", List.of());
        }
        requireMembers(heads.read(visit.familyId()), wanted);
        List<VisitMember> known = members.findByVisitIdOrderByPersonId(visitId);
        Instant now = clock.instant();
        revisions.save(new VisitRevision(
                visit, version + 1, json.writeValueAsString(visit.content(known)), reason, Scope.actor(), now));
        visit.say(wanted);
        Map<Long, VisitMember> byPerson =
                known.stream().collect(Collectors.toMap(VisitMember::personId, Function.identity()));
        List<VisitMember> added = new ArrayList<>();
        for (NewVisit.Member member : wanted.members()) {
            VisitMember there = byPerson.get(member.personId());
            if (there == null) {
                added.add(new VisitMember(visit, member));
            } else {
                there.say(member);
            }
        }
        members.saveAll(added);
        visits.saveAndFlush(visit);
        audit.record(Act.of("care.visit-corrected", visit.familyId()).because(reason));
    }

    private void pass(Visit visit, NewVisit.Content content, Map<String, String> answers) {
        List<Long> met = content.members().stream()
                .filter(NewVisit.Member::met)
                .map(NewVisit.Member::personId)
                .toList();
        VisitCheck.Logged logged =
                new VisitCheck.Logged(visit.id(), visit.familyId(), content.on(), content.channel(), met);
        checks.forEach(check -> check.accept(logged, content.met() ? answers : Map.of()));
    }

    private static Receipt repeated(Visit visit, long familyId) {
        if (visit.familyId() != familyId) {
            throw new Rejected("care.reject.other-family");
        }
        return new Receipt(visit.id(), visit.receiptNumber());
    }

    /** A client id that exists out of sight answers like an absent page. */
    private Visit save(Visit visit) {
        try {
            return visits.saveAndFlush(visit);
        } catch (DataIntegrityViolationException clash) {
            if (String.valueOf(clash.getMessage()).contains("visit_client_id")) {
                throw new NotFound();
            }
            throw clash;
        }
    }

    private void fulfil(Visit visit, FamilyHead family, NewVisit.Content content) {
        Fulfilment fulfilment = new Fulfilment(
                content.on(),
                content.channel(),
                content.met(),
                family.preferences().visits() != ContactPreferences.Visits.WELCOME,
                visits.lastDeclined(family.id()));
        for (CareTask task : tasks.findByFamilyIdAndStatusOrderById(family.id(), TaskStatus.OPEN)) {
            if (content.met()) {
                task.met(content.on());
            }
            fulfilment
                    .of(task.kind(), task.fulfilledFrom())
                    .ifPresent(how -> task.fulfil(how, visit.id(), content.on()));
        }
    }

    /** 担心安全 asks for care within three days; an agreed next contact stands on the list of who agreed it. */
    private void openNext(Visit visit, NewVisit wanted) {
        NewVisit.Content content = wanted.content();
        LocalDate on = content.on();
        if (content.safetyWorry()) {
            opening.open(
                    visit.familyId(),
                    new TaskOpening.Wanted(
                            TaskKind.TIMELY_CARE,
                            "visit-" + visit.id(),
                            TaskReason.SAFETY,
                            on,
                            content.worry(),
                            on,
                            deadlines.timelyCare(visit.familyId(), on),
                            null,
                            null));
        }
        LocalDate nextOn = content.nextOn();
        if (nextOn != null) {
            opening.open(
                    visit.familyId(),
                    new TaskOpening.Wanted(
                            content.nextChannel() == Channel.HOME ? TaskKind.HOME_VISIT : TaskKind.ROUTINE_CONTACT,
                            "agreed-" + visit.id(),
                            TaskReason.AGREED,
                            on,
                            null,
                            on.plusDays(1),
                            nextOn,
                            visit.visitorId(),
                            nextOn));
        }
    }

    private static void requireMembers(FamilyHead family, NewVisit.Content content) {
        List<Long> known = family.members().stream().map(FamilyHead.Member::id).toList();
        if (!content.members().stream().allMatch(member -> known.contains(member.personId()))) {
            throw new NotFound();
        }
    }

    private String receiptNumber() {
        return "ZF%s-%06d"
                .formatted(LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE), visits.nextReceipt());
    }

    /** What we promised at the family's newest visit. */
    @Transactional(readOnly = true)
    public @Nullable String lastPromise(long familyId) {
        return visits.findFirstByFamilyIdOrderByOnDescIdDesc(familyId)
                .map(Visit::promise)
                .orElse(null);
    }
}
