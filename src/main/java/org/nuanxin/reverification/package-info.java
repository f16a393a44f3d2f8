/** Yearly re-verification 年审: data matching first, the rest folded into visits, progress by township; late stops no money. */
@NullMarked
@ApplicationModule(
        displayName = "reverification",
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
            "care"
        })
package org.nuanxin.reverification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
