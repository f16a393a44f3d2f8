package org.nuanxin.caregroup;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class CareGroupMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "groups",
                "/care-groups",
                "users-group",
                30,
                Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN")));
    }
}
