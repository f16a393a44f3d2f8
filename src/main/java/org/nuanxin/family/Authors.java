package org.nuanxin.family;

import java.time.Clock;
import java.time.LocalDate;
import org.nuanxin.account.Scope;
import org.springframework.stereotype.Component;

/** The acting account and the moment. */
@Component
class Authors {

    private final Clock clock;

    Authors(Clock clock) {
        this.clock = clock;
    }

    Family.Author now() {
        return new Family.Author(Scope.actor(), clock.instant(), LocalDate.now(clock));
    }
}
