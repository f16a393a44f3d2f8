package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Scope;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** Lives through three years of case work in the invented counties: every record on its day, by the right account. */
@Component
@OnDemoDatabase
class DemoFamilies {

    private final Families families;
    private final Lifecycle lifecycle;
    private final Accounts accounts;
    private final Regions regions;
    private final DemoClock clock;

    DemoFamilies(Families families, Lifecycle lifecycle, Accounts accounts, Regions regions, DemoClock clock) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    /** Makes the families of all counties, the same at every first start. */
    void make() {
        for (DemoCounty county : DemoCounty.ALL) {
            new Work(county, new Random(20254084L + county.code().hashCode())).make();
        }
    }

    private long accountId(String username) {
        return accounts.find(username).orElseThrow().id();
    }

    /** One county's work. */
    private final class Work {

        private final DemoCounty county;
        private final Random random;
        private final InventedFamilies invented;
        private final List<Region> villages = new ArrayList<>();
        private final Map<String, Long> accountIds = new HashMap<>();
        private final LocalDate today = clock.today();
        private final String path;

        Work(DemoCounty county, Random random) {
            this.county = county;
            this.random = random;
            this.path = regions.byCode(county.code()).path();
            this.invented = new InventedFamilies(random);
            for (String township : county.townships()) {
                List<Region> all = regions.children(regions.byCode(township));
                IntStream.range(0, 3).forEach(i -> villages.add(all.get(random.nextInt(all.size()))));
            }
        }

        void make() {
            roster(county.earlier(), today.minusDays(800));
            roster(county.later(), today.minusDays(320));
            for (int i = 0; i < county.losses(); i++) {
                loss(today.minusDays(60 + random.nextInt(260)));
            }
            waiting();
            for (int days : county.leadDaysAgo()) {
                LocalDate known = today.minusDays(days);
                clock.on(known, () -> as(county.registrar(), () -> families.takeLead(invented.lead(village(), known))));
            }
        }

        /** A roster's families, confirmed together some weeks later. */
        private void roster(int count, LocalDate day) {
            List<Long> ids = register(count, day);
            clock.on(day.plusDays(22), () -> as(county.confirmer(), () -> lifecycle.confirmAll(ids)));
        }

        private List<Long> register(int count, LocalDate day) {
            List<NewFamily> drawn = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                NewFamily family = invented.stock(village(), day);
                drawn.add(i % 10 == 9 ? invented.livingIn(family, village()) : family);
            }
            List<Long> ids = new ArrayList<>();
            clock.on(day, () -> as(county.registrar(), () -> ids.addAll(families.registerAll(drawn))));
            return ids;
        }

        /** From the day we learned of it to the county's confirmation. */
        private void loss(LocalDate known) {
            long id = registerLoss(known, known.plusDays(6));
            clock.on(known.plusDays(15), () -> as(county.registrar(), () -> lifecycle.review(id)));
            clock.on(known.plusDays(27), () -> as(county.confirmer(), () -> lifecycle.confirm(id)));
        }

        private long registerLoss(LocalDate known, LocalDate registered) {
            List<Long> id = new ArrayList<>();
            NewFamily drawn = invented.newLoss(village(), known);
            clock.on(registered, () -> as(county.registrar(), () -> id.add(families.register(drawn))));
            return id.get(0);
        }

        /** Files that wait for somebody: for confirmation, for review, for a correction. */
        private void waiting() {
            register(county.waiting(), today.minusDays(4));
            registerLoss(today.minusDays(11), today.minusDays(3));
            long reviewed = registerLoss(today.minusDays(30), today.minusDays(22));
            clock.on(today.minusDays(9), () -> as(county.registrar(), () -> lifecycle.review(reviewed)));
            if (county.waiting() > 0) {
                long returned = registerLoss(today.minusDays(40), today.minusDays(33));
                clock.on(
                        today.minusDays(5),
                        () -> as(
                                county.confirmer(),
                                () -> lifecycle.returnForCorrection(returned, "缺独生子女父母光荣证复印件，请补一份")));
            }
        }

        private Region village() {
            return villages.get(random.nextInt(villages.size()));
        }

        private void as(String username, Runnable work) {
            Scope.run(path, accountIds.computeIfAbsent(username, DemoFamilies.this::accountId), work);
        }
    }
}
