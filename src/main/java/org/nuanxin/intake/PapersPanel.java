package org.nuanxin.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.nuanxin.family.FamilyStatus;
import org.springframework.stereotype.Component;

/** Papers and criteria on the overview, until the file is confirmed. */
@Component
class PapersPanel implements FamilyPanel {

    private final Papers papers;
    private final Criteria criteria;
    private final Corrections corrections;

    PapersPanel(Papers papers, Criteria criteria, Corrections corrections) {
        this.papers = papers;
        this.criteria = criteria;
        this.corrections = corrections;
    }

    /** {@code correction} is null where the file was not returned. */
    record Checklist(
            List<Papers.Paper> papers, List<Criteria.Criterion> criteria, Corrections.@Nullable Correction correction) {

        public long missing() {
            return papers.stream().filter(Papers.Paper::missing).count();
        }

        public long unknown() {
            return criteria.stream()
                    .filter(criterion -> criterion.answer() == null)
                    .count();
        }
    }

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }

    @Override
    public String template() {
        return "intake/papers-panel :: panel";
    }

    @Override
    public @Nullable Checklist content(FamilyHead family, Map<String, String> parameters) {
        FamilyStatus status = family.status();
        if (status == FamilyStatus.LEAD || status == FamilyStatus.CONFIRMED || status == FamilyStatus.EXITED) {
            return null;
        }
        return new Checklist(
                papers.ofFamily(family.id()),
                criteria.ofFamily(family.id()),
                corrections.open(family.id()).orElse(null));
    }
}
