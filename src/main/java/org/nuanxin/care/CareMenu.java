package org.nuanxin.care;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class CareMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "visits", "/visits", "walk", 11, Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN")));
    }
}
