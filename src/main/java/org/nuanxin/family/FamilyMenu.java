package org.nuanxin.family;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class FamilyMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "families",
                "/families",
                "home-heart",
                10,
                Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN")));
    }
}
