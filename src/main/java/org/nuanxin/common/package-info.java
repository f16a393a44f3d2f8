/** Types and page plumbing that every feature shares: money, dates, subjects, paging, the menu host, error pages. */
@NullMarked
@ApplicationModule(
        displayName = "common",
        allowedDependencies = {})
package org.nuanxin.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
