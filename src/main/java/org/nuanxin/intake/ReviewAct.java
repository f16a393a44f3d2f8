package org.nuanxin.intake;

import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.family.BulkAct;
import org.springframework.stereotype.Component;

/** 初审 of the ticked families. */
@Component
class ReviewAct implements BulkAct {

    @Override
    public String label() {
        return "intake.review.title";
    }

    @Override
    public String icon() {
        return "file-search";
    }

    @Override
    public String path() {
        return "/families/review";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.APPROVER);
    }
}
