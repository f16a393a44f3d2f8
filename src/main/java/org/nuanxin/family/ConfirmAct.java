package org.nuanxin.family;

import java.util.Set;
import org.nuanxin.account.Role;
import org.springframework.stereotype.Component;

/** 成批确认, for the ticked families. */
@Component
class ConfirmAct implements BulkAct {

    @Override
    public String label() {
        return "family.bulk.title";
    }

    @Override
    public String icon() {
        return "file-check";
    }

    @Override
    public String path() {
        return "/families/confirm";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.APPROVER);
    }
}
