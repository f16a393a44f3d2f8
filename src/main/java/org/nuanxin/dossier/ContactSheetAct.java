package org.nuanxin.dossier;

import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.family.BulkAct;
import org.springframework.stereotype.Component;

/** 打印联系单, for the ticked families. */
@Component
class ContactSheetAct implements BulkAct {

    @Override
    public String label() {
        return "dossier.contacts.title";
    }

    @Override
    public String icon() {
        return "printer";
    }

    @Override
    public String path() {
        return "/contact-sheet";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }
}
