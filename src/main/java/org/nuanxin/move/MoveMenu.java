package org.nuanxin.move;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class MoveMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "moves",
                "/moves",
                "switch-horizontal",
                16,
                Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN")));
    }
}
