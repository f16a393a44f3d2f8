package org.nuanxin.worklist;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;

/** A feature's part of 我的一天. The page gathers the sections of all features and knows none of them. */
public interface WorklistSection {

    /** Where on the page. */
    enum Column {
        /** across the page, under its head */
        TOP,
        /** two thirds */
        MAIN,
        SIDE
    }

    Column column();

    /** From top to bottom. */
    int order();

    /** Roles that see it. */
    Set<Role> roles();

    /** Fragment such as {@code care/worklist :: strips}; it finds the content as {@code it}. */
    String template();

    /** What the fragment shows; null leaves the section out. One constant number of statements. */
    @Nullable
    Shown content(SignedInAccount account);

    /**
     * A section's content.
     *
     * @param it what the template draws
     * @param clauses short sentences for the page's head, already in the language at hand
     * @param waiting things that wait for somebody; when no section has any, the page says so
     */
    record Shown(Object it, List<String> clauses, long waiting) {}
}
