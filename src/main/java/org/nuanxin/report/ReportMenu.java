package org.nuanxin.report;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class ReportMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "report", "/reports", "report-analytics", 42, Set.of("CASEWORKER", "APPROVER", "POLICY_ADMIN")));
    }
}
