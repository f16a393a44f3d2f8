package org.nuanxin.policy;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class PolicyMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "policy",
                "/policy",
                "scale",
                40,
                Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN", "FINANCE")));
    }
}
