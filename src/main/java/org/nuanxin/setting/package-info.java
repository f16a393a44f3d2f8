/** Settings per region with their history: features name them, the nearest region above decides. */
@NullMarked
@ApplicationModule(
        displayName = "setting",
        allowedDependencies = {"common", "region", "privacy", "account", "audit"})
package org.nuanxin.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
