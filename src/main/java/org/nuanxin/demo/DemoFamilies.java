package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.springframework.stereotype.Component;

/** A county's families in every state: rosters of past years, losses since, and what waits on the desk today. */
@Component
@OnDemoDatabase
class DemoFamilies {

    private final Families families;
    private final Lifecycle lifecycle;
    private final DemoVisits visits;

    DemoFamilies(Families families, Lifecycle lifecycle, DemoVisits visits) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.visits = visits;
    }

    void make(DemoDesk desk) {
        InventedFamilies invented = new InventedFamilies(desk.random(), desk.firstNumber());
        DemoCounty county = desk.county();
        LocalDate today = desk.today();
        roster(desk, invented, county.earlier(), today.minusDays(800));
        roster(desk, invented, county.later(), today.minusDays(320));
        for (int i = 0; i < county.losses(); i++) {
            loss(desk, invented, today.minusDays(60 + desk.random().nextInt(260)));
        }
        waiting(desk, invented);
        for (int days : county.leadDaysAgo()) {
            LocalDate known = today.minusDays(days);
            desk.on(known, county.registrar(), () -> families.takeLead(invented.lead(desk.village(), known)));
        }
    }

    /** A roster's families, confirmed together some weeks later. */
    private void roster(DemoDesk desk, InventedFamilies invented, int count, LocalDate day) {
        List<Long> ids = register(desk, invented, count, day);
        desk.at(day.plusDays(22), desk.county().confirmer(), () -> lifecycle.confirmAll(ids));
    }

    private List<Long> register(DemoDesk desk, InventedFamilies invented, int count, LocalDate day) {
        List<NewFamily> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NewFamily family = invented.stock(desk.village(), day);
            drawn.add(i % 10 == 9 ? invented.livingIn(family, desk.village()) : family);
        }
        return desk.on(day, desk.county().registrar(), () -> families.registerAll(drawn));
    }

    /** From the day we learned of it to the county's confirmation. */
    private void loss(DemoDesk desk, InventedFamilies invented, LocalDate known) {
        long id = registerLoss(desk, invented, known, known.plusDays(6));
        review(desk, id, known.plusDays(15));
        desk.at(known.plusDays(27), desk.county().confirmer(), () -> lifecycle.confirm(id));
    }

    private long registerLoss(DemoDesk desk, InventedFamilies invented, LocalDate known, LocalDate registered) {
        NewFamily drawn = invented.newLoss(desk.village(), known);
        long id = desk.on(registered, desk.county().registrar(), () -> families.register(drawn));
        visits.first(desk, id, registered);
        return id;
    }

    private void review(DemoDesk desk, long id, LocalDate day) {
        desk.at(day, desk.county().registrar(), () -> lifecycle.review(id));
    }

    /** Files that wait for somebody: for confirmation, for review, for a correction. */
    private void waiting(DemoDesk desk, InventedFamilies invented) {
        LocalDate today = desk.today();
        register(desk, invented, desk.county().waiting(), today.minusDays(4));
        registerLoss(desk, invented, today.minusDays(11), today.minusDays(5));
        review(desk, registerLoss(desk, invented, today.minusDays(30), today.minusDays(24)), today.minusDays(9));
        if (desk.county().waiting() > 0) {
            registeredTwice(desk, invented);
            long returned = registerLoss(desk, invented, today.minusDays(40), today.minusDays(34));
            desk.at(
                    today.minusDays(5),
                    desk.county().confirmer(),
                    () -> lifecycle.returnForCorrection(returned, "缺独生子女父母光荣证复印件，请补一份"));
        }
    }

    /** From the roster and, without their citizen IDs, at the counter: two files of one family. */
    private void registeredTwice(DemoDesk desk, InventedFamilies invented) {
        NewFamily first = invented.stock(desk.village(), desk.today().minusDays(30));
        List<NewFamily.NewPerson> again = first.people().stream()
                .map(person -> new NewFamily.NewPerson(
                        UUID.randomUUID(),
                        person.role(),
                        person.contact(),
                        person.name(),
                        null,
                        person.sex(),
                        person.citizenId() == null
                                ? person.bornOn()
                                : person.citizenId().birthDate(),
                        person.phone(),
                        null,
                        null,
                        person.diedOn(),
                        List.of()))
                .toList();
        NewFamily second = new NewFamily(
                UUID.randomUUID(),
                first.origin(),
                first.category(),
                first.filingPath(),
                first.residencePath(),
                first.address(),
                null,
                first.knownOn(),
                null,
                ContactPreferences.unknown(),
                again,
                first.children());
        desk.on(desk.today().minusDays(30), desk.county().registrar(), () -> families.register(first));
        desk.on(desk.today().minusDays(3), desk.county().registrar(), () -> families.register(second));
    }
}
