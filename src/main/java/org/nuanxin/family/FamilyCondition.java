package org.nuanxin.family;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature's filter of the family list: not visited for 90 days, no Care Group yet. */
public interface FamilyCondition {

    /** Lower case and hyphens; its parameter in the address is {@code with.<key>}. */
    String key();

    /** Message key of the filter's name. */
    String label();

    int order();

    /** What can be chosen, value to text in the language at hand. */
    Map<String, String> options();

    /** The condition for one of the options; null for anything else. */
    @Nullable
    Where where(String option, LocalDate today);

    /**
     * A condition on family {@code f}.
     *
     * @param sql a constant of the feature, never composed of what was typed
     * @param parameters named uniquely, such as {@code lastVisitSince}
     */
    record Where(String sql, Map<String, Object> parameters) {}
}
