package org.nuanxin.caregroup;

import java.util.Map;
import java.util.Optional;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.nuanxin.family.FamilyStatus;
import org.springframework.stereotype.Component;

/** The card on the overview: who is around this family, and what is left of this year's money. */
@Component
class CareGroupCard implements FamilyPanel {

    private final CareGroupReader groups;

    CareGroupCard(CareGroupReader groups) {
        this.groups = groups;
    }

    /** Without a group there is an invitation to seat the first person, as long as the family has not exited. */
    public record Content(Optional<CareGroupView> group, boolean open) {}

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
        return 60;
    }

    @Override
    public String template() {
        return "caregroup/group-card :: panel";
    }

    @Override
    public Object content(FamilyHead family, Map<String, String> parameters) {
        return new Content(groups.ofFamily(family.id()), family.status() != FamilyStatus.EXITED);
    }
}
