package org.nuanxin.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nuanxin.account.Role;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.springframework.stereotype.Component;

@Component
class WorklistMenu implements MenuContributor {

    @Override
    public List<MenuItem> menuItems() {
        return List.of(new MenuItem(
                "today",
                "/",
                "sun",
                0,
                Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet())));
    }
}
