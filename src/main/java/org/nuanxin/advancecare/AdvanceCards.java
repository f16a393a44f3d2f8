package org.nuanxin.advancecare;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Subject;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.setting.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down once what somebody told us, and asks again only when it is time or something happened. */
@Service
@Transactional
public class AdvanceCards {

    private final CardStore cards;
    private final FamilyHeads heads;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;
    private final EntityManager entities;

    AdvanceCards(
            CardStore cards, FamilyHeads heads, Settings settings, Audit audit, Clock clock, EntityManager entities) {
        this.cards = cards;
        this.heads = heads;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.entities = entities;
    }

    /** Somebody else saved first. */
    public static class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What was told.
     *
     * @param clientId the same again is the same telling
     * @param source how we know
     * @param reviewOn null for the region's usual span
     */
    public record Told(
            UUID clientId,
            StoredCard.Stance stance,
            Card card,
            LocalDate talkedOn,
            String source,
            @Nullable LocalDate reviewOn) {}

    @Transactional(readOnly = true)
    public List<StoredCard> ofFamily(long familyId) {
        return cards.ofFamily(familyId);
    }

    @Transactional(readOnly = true)
    public Optional<StoredCard> of(long familyId, long personId) {
        return cards.ofFamily(familyId).stream()
                .filter(card -> card.personId() == personId)
                .findFirst();
    }

    @Transactional(readOnly = true)
    List<CardStore.Revision> revisions(long familyId) {
        return cards.revisions(familyId);
    }

    /**
     * Saves a person's card. {@code version}: as it was read, negative where there was none. Somebody who does not want
     * to talk keeps what was told before.
     *
     * @throws Stale where it was saved since
     */
    public void save(long familyId, long personId, int version, Told told) {
        String path = cards.path(familyId, personId).orElseThrow(NotFound::new);
        if (cards.isSaved(told.clientId())) {
            return;
        }
        StoredCard before = of(familyId, personId).orElse(null);
        boolean talked = told.stance() == StoredCard.Stance.TALKED;
        Card kept = before == null ? Card.EMPTY : before.card();
        Card card = talked ? told.card() : kept;
        LocalDate usual = told.talkedOn()
                .plusDays(settings.number(talked ? AdvanceCareSettings.REVIEW : AdvanceCareSettings.ASK_AGAIN, path));
        LocalDate review = Objects.requireNonNullElse(told.reviewOn(), usual);
        CardStore.Entry entry =
                new CardStore.Entry(told.clientId(), told.stance(), card, told.talkedOn(), told.source(), review);
        if (!cards.save(familyId, path, personId, version, entry)) {
            throw new Stale();
        }
        audit.record(Act.of("advancecare.saved", familyId)
                .on(Subject.person(personId))
                .because(told.source())
                .changing(CardChanges.between(before == null ? null : before.stance(), kept, told.stance(), card)));
    }

    /** Looked at together and still so. Throws {@link Stale}. */
    public void confirm(long familyId, long personId, int version, UUID clientId, String source) {
        StoredCard card = of(familyId, personId).orElseThrow(NotFound::new);
        save(
                familyId,
                personId,
                version,
                new Told(clientId, card.stance(), card.card(), LocalDate.now(clock), source, null));
    }

    /** The card with full numbers, for the hospital; that it was taken out is recorded. */
    public StoredCard takeOut(long familyId, long personId) {
        StoredCard card = of(familyId, personId)
                .filter(found -> found.stance() == StoredCard.Stance.TALKED)
                .orElseThrow(NotFound::new);
        audit.record(Act.of("advancecare.printed", familyId).on(Subject.person(personId)));
        return card;
    }

    /** A death or another change: the cards of those who live on are looked at again. */
    @EventListener
    public void on(FamilyChange change) {
        entities.flush();
        cards.follow(change.familyId());
        review(change.familyId(), change);
        if (change.otherFamilyId() != null) {
            review(change.otherFamilyId(), change);
        }
    }

    private void review(long familyId, FamilyChange change) {
        if (!asksReview(change.kind())) {
            return;
        }
        List<StoredCard> all = cards.ofFamily(familyId);
        if (all.isEmpty()) {
            return;
        }
        FamilyHead head = heads.read(familyId);
        String died = change.kind() == FamilyChange.Kind.PARENT_DIED
                ? head.members().stream()
                        .filter(member -> Objects.equals(member.id(), change.personId()))
                        .map(FamilyHead.Member::name)
                        .findFirst()
                        .orElse(null)
                : null;
        List<StoredCard> living = all.stream()
                .filter(card -> !Objects.equals(card.personId(), change.personId()) || died == null)
                .toList();
        List<Long> naming = living.stream()
                .filter(card -> died != null && card.card().names(died))
                .map(StoredCard::id)
                .toList();
        cards.askReview(naming, StoredCard.ReviewReason.NAMED_DIED, change.on());
        cards.askReview(
                living.stream()
                        .map(StoredCard::id)
                        .filter(id -> !naming.contains(id))
                        .toList(),
                StoredCard.ReviewReason.FAMILY_CHANGED,
                change.on());
    }

    private static boolean asksReview(FamilyChange.Kind kind) {
        return switch (kind) {
            case PARENT_DIED, DIVORCED, REMARRIED, GRANDCHILD_RAISED -> true;
            default -> false;
        };
    }
}
