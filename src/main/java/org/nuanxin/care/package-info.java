/** Care tasks (the three musts), the festival calendar, visits in the office and on the phone. */
@NullMarked
@ApplicationModule(
        displayName = "care",
        allowedDependencies = {
            "common",
            "region",
            "privacy",
            "account",
            "audit",
            "policy",
            "worklist",
            "report",
            "family",
            "dossier",
            "setting",
            "caregroup"
        })
package org.nuanxin.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
