/** Files of a family: recognised by content, cleaned, kept as ciphertext, never deleted. */
@NullMarked
@ApplicationModule(
        displayName = "attachment",
        allowedDependencies = {"common", "privacy", "account", "audit"})
package org.nuanxin.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
