package org.nuanxin.advancecare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.springframework.stereotype.Component;

/** On the overview: who signs, who stays, when it was looked at. */
@Component
class AdvanceCarePanel implements FamilyPanel {

    private final AdvanceCards cards;

    AdvanceCarePanel(AdvanceCards cards) {
        this.cards = cards;
    }

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }

    @Override
    public String template() {
        return "advancecare/card-parts :: panel";
    }

    @Override
    public @Nullable List<CardView> content(FamilyHead family, Map<String, String> parameters) {
        List<CardView> people = CardView.of(family, cards.ofFamily(family.id()), List.of());
        return people.isEmpty() ? null : people;
    }
}
