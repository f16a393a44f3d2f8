/** The card of what they fear most (托付卡): who signs, who stays at the bed, the guardian agreed, wishes for the end. */
@NullMarked
@ApplicationModule(
        displayName = "advancecare",
        allowedDependencies = {
            "common",
            "region",
            "privacy",
            "account",
            "audit",
            "setting",
            "worklist",
            "report",
            "family"
        })
package org.nuanxin.advancecare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
