/** Encryption, blind indexes and masking of what must not be read over a shoulder, in a log or in a stolen backup. */
@NullMarked
@ApplicationModule(displayName = "privacy", allowedDependencies = "common")
package org.nuanxin.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
