package org.nuanxin.intake;

import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.family.BulkAct;
import org.springframework.stereotype.Component;

/** 公示 of the ticked families. */
@Component
class NoticeAct implements BulkAct {

    @Override
    public String label() {
        return "intake.notice.act";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String path() {
        return "/notices/new";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.APPROVER);
    }
}
