/** What happens in a family's life: a guided page for each turn, which says first what will follow, and its record. */
@NullMarked
@ApplicationModule(
        displayName = "life",
        allowedDependencies = {
            "common",
            "region",
            "privacy",
            "account",
            "audit",
            "policy",
            "worklist",
            "report",
            "family"
        })
package org.nuanxin.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
