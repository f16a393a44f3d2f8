package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Scope;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;

/** One county's office: who works there, in which villages, and on which day it is. */
final class DemoDesk {

    private static final int VILLAGES_A_TOWNSHIP = 3;

    private final DemoCounty county;
    private final Accounts accounts;
    private final DemoClock clock;
    private final String path;
    private final Random random;
    private final List<Region> villages = new ArrayList<>();
    private final Map<String, Long> accountIds = new HashMap<>();

    DemoDesk(DemoCounty county, Accounts accounts, Regions regions, DemoClock clock) {
        this.county = county;
        this.accounts = accounts;
        this.clock = clock;
        this.path = regions.byCode(county.code()).path();
        this.random = new Random(20254084L + county.code().hashCode());
        for (String township : county.townships()) {
            List<Region> all = regions.children(regions.byCode(township));
            for (int i = 0; i < VILLAGES_A_TOWNSHIP; i++) {
                villages.add(all.get(random.nextInt(all.size())));
            }
        }
    }

    DemoCounty county() {
        return county;
    }

    String path() {
        return path;
    }

    Random random() {
        return random;
    }

    /** Where this county begins to count phones and accounts. */
    int firstNumber() {
        return DemoCounty.ALL.indexOf(county) * 500;
    }

    LocalDate today() {
        return clock.today();
    }

    Region village() {
        return villages.get(random.nextInt(villages.size()));
    }

    /** A service call as the account, on that day. */
    <T> T on(LocalDate day, String username, Supplier<T> work) {
        List<T> result = new ArrayList<>(1);
        clock.on(day, () -> as(username, () -> result.add(work.get())));
        return result.get(0);
    }

    /** The same for a call that returns nothing. */
    void at(LocalDate day, String username, Runnable work) {
        clock.on(day, () -> as(username, work));
    }

    void as(String username, Runnable work) {
        Scope.run(path, accountId(username), work);
    }

    long accountId(String username) {
        return accountIds.computeIfAbsent(
                username, name -> accounts.find(name).orElseThrow().id());
    }
}
