/** Moves inside the city: residence and filing, asked and accepted, with the letter from the old visitor to the new. */
@NullMarked
@ApplicationModule(
        displayName = "move",
        allowedDependencies = {
            "common",
            "region",
            "privacy",
            "account",
            "audit",
            "worklist",
            "setting",
            "family",
            "care",
            "caregroup"
        })
package org.nuanxin.move;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
