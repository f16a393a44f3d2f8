package org.nuanxin.setting;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class SettingMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(
                new MenuItem(
                        "settings",
                        "/settings",
                        "adjustments-horizontal",
                        46,
                        Set.of("POLICY_ADMIN", "APPROVER", "SYSTEM_ADMIN", "AUDITOR")),
                new MenuItem("dictionaries", "/dictionaries", "list", 46, Set.of("POLICY_ADMIN", "SYSTEM_ADMIN")));
    }
}
