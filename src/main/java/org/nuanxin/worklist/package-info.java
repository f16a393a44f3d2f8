/** Hosts the worklist, "my day": features contribute what waits for the person who signed in. */
@NullMarked
@ApplicationModule(
        displayName = "worklist",
        allowedDependencies = {"common", "region", "privacy", "account", "audit"})
package org.nuanxin.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
