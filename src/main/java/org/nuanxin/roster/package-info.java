/** Spreadsheet import: a county's roster is read, checked and, all ready rows or none, written as stock families. */
@NullMarked
@ApplicationModule(
        displayName = "roster",
        allowedDependencies = {"common", "region", "privacy", "account", "audit", "worklist", "family"})
package org.nuanxin.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
