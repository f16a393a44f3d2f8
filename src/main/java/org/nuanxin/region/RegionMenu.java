package org.nuanxin.region;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class RegionMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(
                new MenuItem("regions", "/regions", "sitemap", 49, Set.of("APPROVER", "POLICY_ADMIN", "SYSTEM_ADMIN")));
    }
}
