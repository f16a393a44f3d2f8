package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a file after registration: 初审, 确认 (one or many), 补正. */
@Service
@Transactional
public class Lifecycle {

    private final FamilyRepository families;
    private final StepGuards guards;
    private final Authors authors;
    private final Audit audit;
    private final Recusals recusals;
    private final FilingSide filing;
    private final ApplicationEventPublisher events;

    Lifecycle(
            FamilyRepository families,
            StepGuards guards,
            Authors authors,
            Audit audit,
            Recusals recusals,
            FilingSide filing,
            ApplicationEventPublisher events) {
        this.families = families;
        this.guards = guards;
        this.authors = authors;
        this.audit = audit;
        this.recusals = recusals;
        this.filing = filing;
        this.events = events;
    }

    /** What became of a bulk step: how many were done, and why the others were not (message keys, by family). */
    public record Outcome(int done, Map<Long, String> reasons) {

        public List<String> refusals() {
            return List.copyOf(reasons.values());
        }
    }

    /** Township review. Throws {@link Rejected} from the wrong status, {@link NotFound} out of scope. */
    public void review(long familyId) {
        find(familyId);
        guards.check(StepGuard.Step.REVIEW, familyId);
        step(familyId, "family.reviewed", Family::review);
    }

    /** County confirmation, never by who registered the file. */
    public void confirm(long familyId) {
        find(familyId);
        guards.check(StepGuard.Step.CONFIRM, familyId);
        step(familyId, "family.confirmed", Family::confirm);
        events.publishEvent(new FamiliesConfirmed(List.of(familyId)));
    }

    /** Reviews those that can be and says why the others cannot. */
    public Outcome reviewAll(Collection<Long> familyIds) {
        return stepAll(StepGuard.Step.REVIEW, familyIds, "family.reviewed", Family::review)
                .outcome();
    }

    /** Confirms those that can be and says why the others cannot (存量确认). */
    public Outcome confirmAll(Collection<Long> familyIds) {
        Stepped stepped = stepAll(StepGuard.Step.CONFIRM, familyIds, "family.confirmed", Family::confirm);
        events.publishEvent(new FamiliesConfirmed(stepped.done()));
        return stepped.outcome();
    }

    private record Stepped(List<Long> done, Map<Long, String> refusals) {
        Outcome outcome() {
            return new Outcome(done.size(), refusals);
        }
    }

    private Stepped stepAll(
            StepGuard.Step step, Collection<Long> familyIds, String action, BiConsumer<Family, Family.Author> verb) {
        Family.Author author = authors.now();
        List<Long> done = new ArrayList<>();
        Map<Long, String> refusals = refusalsOf(step, familyIds);
        for (Family family : families.findByIdIn(familyIds)) {
            if (!refusals.containsKey(family.id())) {
                try {
                    filing.require(family);
                    verb.accept(family, author);
                    done.add(family.id());
                } catch (Rejected refused) {
                    refusals.put(family.id(), refused.key());
                }
            }
        }
        audit.record(done.stream().map(id -> Act.of(action, id)).toList());
        return new Stepped(done, refusals);
    }

    /** Why the given families could not take the step now, by family, as message keys; writes nothing. */
    @Transactional(readOnly = true)
    public Map<Long, String> refusals(StepGuard.Step step, Collection<Long> familyIds) {
        return refusalsOf(step, familyIds);
    }

    /** Own and relatives' files (回避) come before what any feature says. */
    private Map<Long, String> refusalsOf(StepGuard.Step step, Collection<Long> familyIds) {
        Map<Long, String> refusals = new HashMap<>(guards.refusals(step, familyIds));
        recusals.among(familyIds).forEach(id -> refusals.put(id, "family.reject.recused"));
        return refusals;
    }

    /** What is missing before the step, in words; not all of it stops the step. */
    @Transactional(readOnly = true)
    public List<String> missing(StepGuard.Step step, long familyId) {
        return guards.missing(step, familyId);
    }

    /** Those of the given families that this account registered itself: somebody else has to confirm them. */
    @Transactional(readOnly = true)
    public Set<Long> registeredBy(long accountId, Collection<Long> familyIds) {
        return families.findByIdIn(familyIds).stream()
                .filter(family -> Objects.equals(family.registeredBy(), accountId))
                .map(Family::id)
                .collect(Collectors.toSet());
    }

    /** 补正: back for correction, with the reason; nothing is lost. */
    public void returnForCorrection(long familyId, String reason) {
        returnForCorrection(familyId, reason, List.of());
    }

    /** 补正 with the papers and criteria to mend, as codes of {@link Mendable}. */
    public void returnForCorrection(long familyId, String reason, List<String> items) {
        Family family = find(familyId);
        family.returnForCorrection(reason);
        audit.record(Act.of("family.returned", familyId).because(reason));
        events.publishEvent(new FamilyReturned(familyId, items));
    }

    /** Submits a corrected file again. */
    public void resubmit(long familyId) {
        step(familyId, "family.resubmitted", Family::resubmit);
        events.publishEvent(new FamilyResubmitted(familyId));
    }

    private void step(long familyId, String action, BiConsumer<Family, Family.Author> verb) {
        verb.accept(find(familyId), authors.now());
        audit.record(Act.of(action, familyId));
    }

    private Family find(long familyId) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        filing.require(family);
        return family;
    }
}
