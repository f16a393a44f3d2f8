/** The demonstration: accounts for every role and invented families in every state, made through the services. */
@NullMarked
@ApplicationModule(
        displayName = "demo",
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
            "care",
            "caregroup",
            "reverification",
            "roster",
            "advancecare"
        })
package org.nuanxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
