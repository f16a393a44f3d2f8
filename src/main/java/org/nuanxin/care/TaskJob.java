package org.nuanxin.care;

import org.nuanxin.account.Scope;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Opens what the calendar asks for, every night and after every start, county by county. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TaskJob {

    /** No person: what the calendar does has no author. */
    private static final long CALENDAR = 0;

    private static final Logger log = LoggerFactory.getLogger(TaskJob.class);

    private final CareTasks tasks;
    private final Regions regions;

    TaskJob(CareTasks tasks, Regions regions) {
        this.tasks = tasks;
        this.regions = regions;
    }

    /** One transaction a county; whatever a failure left out is opened the next time. */
    @Scheduled(cron = "0 10 0 * * *", zone = "Asia/Shanghai")
    @EventListener(ApplicationReadyEvent.class)
    void openDue() {
        for (Region county : regions.counties()) {
            if (county.active()) {
                Scope.run(county.path(), CALENDAR, () -> {
                    int opened = tasks.openDue();
                    if (opened > 0) {
                        log.info("{} care tasks opened in {}", opened, county.code());
                    }
                });
            }
        }
    }
}
