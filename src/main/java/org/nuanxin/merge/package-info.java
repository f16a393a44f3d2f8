/** Files that may be one family: pairs to look at, the merge of two with its preview, and its undoing. */
@NullMarked
@ApplicationModule(
        displayName = "merge",
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
package org.nuanxin.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
