package org.nuanxin.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At a start without any account, after the demonstration had its chance: prints the code of the first administrator. */
@Component
@Order(100)
class SetUpCode implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SetUpCode.class);

    private final SetUp setUp;

    SetUpCode(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setUp.isOpen()) {
            return;
        }
        setUp.newCode()
                .ifPresentOrElse(
                        code -> log.warn(
                                "No account yet. Open /set-up within 24 hours with the code {} to make the first system administrator.",
                                code),
                        () -> log.warn(
                                "No account yet. Another instance printed the code for /set-up a moment ago; start again after five minutes for a new one."));
    }
}
