/** Accounts with their roles and dated grants, sign-in, and the scope that binds every database connection. */
@NullMarked
@ApplicationModule(
        displayName = "account",
        allowedDependencies = {"common", "region", "privacy"})
package org.nuanxin.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
