/** Care Groups (关爱小组): one for each family, its seats and their holders, and the ledger of its activity money. */
@NullMarked
@ApplicationModule(
        displayName = "caregroup",
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
            "dossier"
        })
package org.nuanxin.caregroup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
