package org.nuanxin.demo;

import java.time.LocalDate;
import org.nuanxin.reverification.Campaigns;
import org.springframework.stereotype.Component;

/** A re-verification that runs in 鲤城: what this year's visits and lists answer is done, the rest waits. */
@Component
@OnDemoDatabase
class DemoReverification {

    private static final String LICHENG = "350502000000";
    /** Days ago it began, and for how long it runs on. */
    private static final int SINCE = 20;

    private static final int FOR = 40;

    private final Campaigns campaigns;

    DemoReverification(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    void make(DemoDesk desk) {
        if (desk.county().code().equals(LICHENG)) {
            LocalDate began = desk.today().minusDays(SINCE);
            desk.at(
                    began,
                    "shenhe",
                    () -> campaigns.open(Campaigns.Wanted.ofAll(
                            desk.path(), began, desk.today().plusDays(FOR))));
        }
    }
}
