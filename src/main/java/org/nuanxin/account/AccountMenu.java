package org.nuanxin.account;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class AccountMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem("accounts", "/admin/accounts", "users", 48, Set.of(Role.SYSTEM_ADMIN.name())));
    }
}
