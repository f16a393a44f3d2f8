package org.nuanxin.merge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.stereotype.Component;

/** 可能重复的户档 in my day: how many pairs nobody has looked at. */
@Component
class DuplicateSection implements WorklistSection {

    private final DuplicatePairs pairs;

    DuplicateSection(DuplicatePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.APPROVER);
    }

    @Override
    public String template() {
        return "merge/merge-panel :: section";
    }

    @Override
    public @Nullable Shown content(SignedInAccount account) {
        long waiting = pairs.waiting();
        return waiting == 0 ? null : new Shown(waiting, List.of(), waiting);
    }
}
