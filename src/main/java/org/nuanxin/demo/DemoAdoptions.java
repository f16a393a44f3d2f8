package org.nuanxin.demo;

import java.time.LocalDate;
import org.nuanxin.policy.Adoptions;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** Which county has adopted the residential-care subsidy: invented, and marked so; of the others nobody knows yet. */
@Component
@OnDemoDatabase
class DemoAdoptions {

    private static final String PROGRAM = "residential-care";
    private static final String SOURCE = "演示数据，不代表该县（市、区）实际情况";

    private final Adoptions adoptions;
    private final Regions regions;
    private final DemoClock clock;

    DemoAdoptions(Adoptions adoptions, Regions regions, DemoClock clock) {
        this.adoptions = adoptions;
        this.regions = regions;
        this.clock = clock;
    }

    void make() {
        LocalDate since = clock.today().minusYears(2).withDayOfYear(1);
        record("350524000000", true, since);
        record("350582000000", true, since.plusMonths(6));
        record("350502000000", false, since);
    }

    private void record(String county, boolean adopted, LocalDate since) {
        adoptions.record(PROGRAM, regions.byCode(county).path(), adopted, since, SOURCE, true, "王慧敏");
    }
}
