package org.nuanxin.family;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;

/** A feature's part of the family page. The page gathers them; a tab exists where a panel names it. */
public interface FamilyPanel {

    /** Where on the page. */
    enum Column {
        /** two thirds, or the full width where the tab has no side */
        MAIN,
        SIDE
    }

    /** {@code overview}, {@code timeline}, {@code benefits}, {@code insurance}, {@code care-group}, … */
    String tab();

    default Column column() {
        return Column.MAIN;
    }

    /** From top to bottom. */
    int order();

    /** Roles that see it; everybody who may open families by default. */
    default Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER, Role.POLICY_ADMIN);
    }

    /** Fragment such as {@code care/visit-panel :: panel}; it finds the content as {@code it} and the head as {@code family}. */
    String template();

    /**
     * What the fragment shows; null leaves the panel out.
     *
     * @param parameters of the request, for panels with a view of their own (as of a date, one row open)
     */
    @Nullable
    Object content(FamilyHead family, Map<String, String> parameters);
}
