/** The tree of regions kept by the system administrator: names, new units, out of use, moved with all their families. */
@NullMarked
@ApplicationModule(
        displayName = "regionadmin",
        allowedDependencies = {"common", "region", "account", "audit"})
package org.nuanxin.regionadmin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
