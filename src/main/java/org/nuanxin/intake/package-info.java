/** From lead to confirmation: papers and criteria, correction, public notice, and who may confirm. */
@NullMarked
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {
            "common",
            "region",
            "privacy",
            "account",
            "audit",
            "setting",
            "attachment",
            "worklist",
            "family"
        })
package org.nuanxin.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
