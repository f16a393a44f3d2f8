package org.nuanxin.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;
import org.nuanxin.family.Category;
import org.nuanxin.family.Child;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.Origin;
import org.nuanxin.family.PersonRole;
import org.nuanxin.roster.RosterRow.RosterChild;
import org.nuanxin.roster.RosterRow.RosterPerson;

/** Makes a household of a roster a stock family: no first-visit clock, past receipts unknown, facts with their source. */
final class StockFamily {

    private static final String LIVELIHOOD = "livelihood";
    private static final String REPORTED_TIER = "reported-tier";
    private static final String NAMELESS_CHILD = "孩子";

    private final RosterImport roster;
    private final LocalDate today;

    StockFamily(RosterImport roster, LocalDate today) {
        this.roster = roster;
        this.today = today;
    }

    NewFamily of(Household household) {
        RosterRow first = household.first();
        String source = "花名册 " + roster.fileName() + " 第" + first.number() + "行";
        String path = Objects.requireNonNull(first.region()).path();
        List<NewFamily.NewPerson> people = new ArrayList<>();
        for (RosterPerson person : household.members()) {
            people.add(person(household, person, people.isEmpty(), source));
        }
        return new NewFamily(
                id("family", household, 0),
                Origin.STOCK,
                first.childDisabled() ? Category.CHILD_DISABLED : Category.BEREAVED,
                path,
                path,
                first.address(),
                null,
                null,
                null,
                ContactPreferences.unknown(),
                people,
                children(household.child()));
    }

    private NewFamily.NewPerson person(Household household, RosterPerson person, boolean contact, String source) {
        List<NewFamily.NewFact> facts = new ArrayList<>();
        household
                .livelihood()
                .ifPresent(livelihood ->
                        facts.add(new NewFamily.NewFact(LIVELIHOOD, livelihood.fact(), today, null, source)));
        if (person.tier() != null) {
            facts.add(new NewFamily.NewFact(REPORTED_TIER, person.tier().fact(), today, null, source));
        }
        Sex sex = person.citizenId() == null ? person.sex() : person.citizenId().sex();
        return new NewFamily.NewPerson(
                id("person", household, household.members().indexOf(person)),
                PersonRole.PARENT,
                contact,
                person.name(),
                person.citizenId(),
                sex,
                person.citizenId() == null ? null : person.citizenId().birthDate(),
                person.phone(),
                person.bank(),
                person.account(),
                null,
                facts);
    }

    private static List<NewFamily.NewChild> children(RosterChild child) {
        if (child.name().isEmpty() && child.born() == null && child.died() == null) {
            return List.of();
        }
        LocalDate born = day(child.born());
        LocalDate died = day(child.died());
        return List.of(new NewFamily.NewChild(
                child.name().isEmpty() ? NAMELESS_CHILD : child.name(),
                null,
                child.sex(),
                born,
                born != null && died != null && died.isBefore(born) ? born : died,
                child.died() == null
                        ? Child.Precision.DAY
                        : Child.Precision.valueOf(child.died().precision().name()),
                null));
    }

    private static @Nullable LocalDate day(@Nullable RosterDate date) {
        return date == null ? null : date.day();
    }

    /** The same row of the same import is always the same family: a repeated attempt makes no second one. */
    private UUID id(String what, Household household, int n) {
        RosterRow first = household.first();
        String name = "roster:" + roster.id() + ":" + first.sheet() + ":" + first.number() + ":" + what + ":" + n;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
