package org.nuanxin.advancecare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.family.FamilyHead;

/**
 * A living member with the card, and what it said before.
 *
 * @param stored null where nobody has talked about it yet
 */
public record CardView(FamilyHead.Member member, @Nullable StoredCard stored, List<Step> history) {

    /** A telling, and what it changed; masked. */
    public record Step(CardStore.Revision revision, List<Change> changes) {}

    static List<CardView> of(FamilyHead head, List<StoredCard> cards, List<CardStore.Revision> revisions) {
        return head.living().stream()
                .map(member -> new CardView(
                        member,
                        cards.stream()
                                .filter(card -> card.personId() == member.id())
                                .findFirst()
                                .orElse(null),
                        steps(revisions.stream()
                                .filter(revision -> revision.personId() == member.id())
                                .toList())))
                .toList();
    }

    private static List<Step> steps(List<CardStore.Revision> newestFirst) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            CardStore.Revision now = newestFirst.get(i);
            CardStore.Revision before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null;
            steps.add(new Step(
                    now,
                    CardChanges.between(
                            before == null ? null : before.stance(),
                            before == null ? Card.EMPTY : before.card(),
                            now.stance(),
                            now.card())));
        }
        return steps;
    }
}
