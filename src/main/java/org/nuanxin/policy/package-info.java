/**
 * Documents, programs, effective-dated rules and the decisions they give, each with its receipt; hosts the facts of a
 * subject and knows no family.
 */
@NullMarked
@ApplicationModule(
        displayName = "policy",
        allowedDependencies = {"common", "region", "account", "audit", "report"})
package org.nuanxin.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
