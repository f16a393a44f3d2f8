/** Starts a PostgreSQL of its own where no external database is configured: the demonstration and the tests. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.nuanxin.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
