package org.nuanxin.care;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.nuanxin.family.FamilyStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** 接下来: what we owe this family, on its overview. */
@Component
class NextPanel implements FamilyPanel {

    private final TaskList tasks;

    NextPanel(TaskList tasks) {
        this.tasks = tasks;
    }

    /** Open tasks, and whether the person may hand them out. */
    record Next(List<TaskRow> rows, boolean mayAssign) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "care/family-panels :: next";
    }

    @Override
    public @Nullable Object content(FamilyHead family, Map<String, String> parameters) {
        if (family.status() == FamilyStatus.EXITED) {
            return null;
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean may = signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(role -> "ROLE_CASEWORKER".equals(role.getAuthority())
                                || "ROLE_FPA_STAFF".equals(role.getAuthority()));
        return new Next(tasks.ofFamily(family.id()), may);
    }
}
