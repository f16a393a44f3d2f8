package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private final Authors authors;
    private final Audit audit;
    private final Recusals recusals;
    private final ApplicationEventPublisher events;

    Lifecycle(
            FamilyRepository families,
            Authors authors,
            Audit audit,
            Recusals recusals,
            ApplicationEventPublisher events) {
        this.families = families;
        this.authors = authors;
        this.audit = audit;
        this.recusals = recusals;
        this.events = events;
    }

    /** What became of a bulk step: how many were done, and why the others were not (message keys). */
    public record Outcome(int done, List<String> refusals) {}

    /** Township review. Throws {@link Rejected} from the wrong status, {@link NotFound} out of scope. */
    public void review(long familyId) {
        step(familyId, "family.reviewed", Family::review);
    }

    /** County confirmation, never by who registered the file. */
    public void confirm(long familyId) {
        step(familyId, "family.confirmed", Family::confirm);
        events.publishEvent(new FamiliesConfirmed(List.of(familyId)));
    }

    /** Confirms those that can be and says why the others cannot (存量确认). */
    public Outcome confirmAll(Collection<Long> familyIds) {
        Family.Author author = authors.now();
        List<Long> done = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Set<Long> recused = recusals.among(familyIds);
        for (Family family : families.findByIdIn(familyIds)) {
            if (recused.contains(family.id())) {
                refusals.add("family.reject.recused");
                continue;
            }
            try {
                family.confirm(author);
                done.add(family.id());
            } catch (Rejected refused) {
                refusals.add(refused.key());
            }
        }
        audit.record(done.stream().map(id -> Act.of("family.confirmed", id)).toList());
        events.publishEvent(new FamiliesConfirmed(done));
        return new Outcome(done.size(), refusals);
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
        Family family = find(familyId);
        family.returnForCorrection(reason);
        audit.record(Act.of("family.returned", familyId).because(reason));
    }

    /** Submits a corrected file again. */
    public void resubmit(long familyId) {
        step(familyId, "family.resubmitted", Family::resubmit);
    }

    private void step(long familyId, String action, BiConsumer<Family, Family.Author> verb) {
        verb.accept(find(familyId), authors.now());
        audit.record(Act.of(action, familyId));
    }

    private Family find(long familyId) {
        return families.findById(familyId).orElseThrow(NotFound::new);
    }
}
