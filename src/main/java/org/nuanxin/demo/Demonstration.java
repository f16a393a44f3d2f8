package org.nuanxin.demo;

import org.nuanxin.account.Accounts;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** Lives through years of case work in five invented counties: every record on its day, by the right account. */
@Component
@OnDemoDatabase
class Demonstration {

    private final DemoAdoptions adoptions;
    private final DemoFamilies families;
    private final DemoGroups groups;
    private final DemoVisits visits;
    private final DemoReverification reverification;
    private final DemoYears years;
    private final Accounts accounts;
    private final Regions regions;
    private final DemoClock clock;

    Demonstration(
            DemoAdoptions adoptions,
            DemoFamilies families,
            DemoGroups groups,
            DemoVisits visits,
            DemoReverification reverification,
            DemoYears years,
            Accounts accounts,
            Regions regions,
            DemoClock clock) {
        this.adoptions = adoptions;
        this.families = families;
        this.groups = groups;
        this.visits = visits;
        this.reverification = reverification;
        this.years = years;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    /** The same at every first start, seen from today. */
    void make() {
        adoptions.make();
        for (DemoCounty county : DemoCounty.ALL) {
            DemoDesk desk = new DemoDesk(county, accounts, regions, clock);
            families.make(desk);
            visits.make(desk);
            groups.make(desk);
            reverification.make(desk);
            years.make(desk);
        }
    }
}
