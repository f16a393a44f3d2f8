/** The tree of regions, city to village: who is responsible where; scope follows its paths. */
@NullMarked
@ApplicationModule(displayName = "region", allowedDependencies = "common")
package org.nuanxin.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
