/** Families, their people and children, dated facts and lifecycle; hosts the family page and its timeline. */
@NullMarked
@ApplicationModule(
        displayName = "family",
        allowedDependencies = {"common", "region", "privacy", "account", "audit", "policy", "worklist", "report"})
package org.nuanxin.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
