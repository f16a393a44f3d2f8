package org.nuanxin.intake;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class IntakeMenu implements MenuContributor {

    private static final Set<String> ROLES = Set.of("CASEWORKER", "FPA_STAFF", "APPROVER");

    @Override
    public List<MenuItem> menuItems() {
        return List.of(
                new MenuItem("leads", "/leads", "message", 12, ROLES),
                new MenuItem("notices", "/notices", "bell", 13, ROLES));
    }
}
