/** The annual report: hosts the indicators of other features, freezes numbered snapshots, issues workbooks. */
@NullMarked
@ApplicationModule(
        displayName = "report",
        allowedDependencies = {"common", "region", "account", "audit"})
package org.nuanxin.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
