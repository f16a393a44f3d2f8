package org.nuanxin.reverification;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class ReverificationMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "reverification",
                "/reverification",
                "list-check",
                18,
                Set.of("CASEWORKER", "FPA_STAFF", "APPROVER", "POLICY_ADMIN")));
    }
}
