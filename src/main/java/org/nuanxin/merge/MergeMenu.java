package org.nuanxin.merge;

import java.util.List;
import java.util.Set;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class MergeMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem("duplicates", "/duplicates", "git-compare", 14, Set.of("CASEWORKER", "APPROVER")));
    }
}
