package org.nuanxin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void arrowsPointDownAndNeverInACircle() {
        ApplicationModules.of(NuanxinApplication.class).verify();
    }
}
