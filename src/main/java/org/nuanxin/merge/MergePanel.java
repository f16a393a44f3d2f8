package org.nuanxin.merge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyList;
import org.nuanxin.family.FamilyPanel;
import org.nuanxin.family.FamilyStatus;
import org.springframework.stereotype.Component;

/** On the overview: which files went into this one, which it went into, and which look like it. */
@Component
class MergePanel implements FamilyPanel {

    private final Merges merges;
    private final DuplicatePairs pairs;
    private final FamilyList families;

    MergePanel(Merges merges, DuplicatePairs pairs, FamilyList families) {
        this.merges = merges;
        this.pairs = pairs;
        this.families = families;
    }

    record Related(Merges.@Nullable Done into, List<Merges.Done> from, List<FamilyList.Row> alike) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.APPROVER);
    }

    @Override
    public String template() {
        return "merge/merge-panel :: panel";
    }

    @Override
    public @Nullable Related content(FamilyHead family, Map<String, String> parameters) {
        List<Merges.Done> standing = merges.of(family.id()).stream()
                .filter(merge -> merge.undoneAt() == null)
                .toList();
        Merges.Done into = standing.stream()
                .filter(merge -> merge.absorbedId() == family.id())
                .findFirst()
                .orElse(null);
        List<Merges.Done> from = standing.stream()
                .filter(merge -> merge.familyId() == family.id())
                .toList();
        List<FamilyList.Row> alike =
                family.status() == FamilyStatus.EXITED ? List.of() : families.byIds(pairs.like(family.id()));
        return into == null && from.isEmpty() && alike.isEmpty() ? null : new Related(into, from, alike);
    }
}
