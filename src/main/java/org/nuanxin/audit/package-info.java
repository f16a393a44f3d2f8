/** Who did or saw what: one row per act, written in the act's own transaction, never changed. */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"common", "account"})
package org.nuanxin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
