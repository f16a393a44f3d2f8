package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;
import org.nuanxin.family.Category;
import org.nuanxin.family.Child.Precision;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.Families.Lead;
import org.nuanxin.family.LivingArrangement;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.NewFamily.NewChild;
import org.nuanxin.family.NewFamily.NewPerson;
import org.nuanxin.family.Origin;
import org.nuanxin.family.PersonRole;
import org.nuanxin.region.Region;

/** Draws families: who lives, who died, what is known about whom. Birth dates are fixed, so numbers never change. */
final class InventedFamilies {

    private static final List<String> TELLERS = List.of("社区网格员", "村计生协会会长", "殡仪馆通报", "卫健局月度比对", "邻居来电", "派出所户籍窗口");

    private final Random random;
    private final InventedPeople people;
    private final InventedFacts facts;
    private final InventedPreferences preferences;

    /** Numbers are counted from {@code first} on, so that no two counties give out the same. */
    InventedFamilies(Random random, int first) {
        this.random = random;
        this.people = new InventedPeople(random, first);
        this.facts = new InventedFacts(people);
        this.preferences = new InventedPreferences(people);
    }

    /** Two parents, or one, of a child; {@code spouse} came later. */
    private record Household(
            String surname, int born, boolean father, boolean mother, boolean fatherLate, boolean motherLate) {}

    /** A family from a roster: the loss years back, the parents mostly old. */
    NewFamily stock(Region village, LocalDate registered) {
        int kind = people.between(1, 100);
        boolean widow = kind <= 20;
        boolean widower = kind > 20 && kind <= 28;
        boolean alone = kind > 28 && kind <= 36;
        boolean mother = !alone || people.chance(70);
        Household household =
                new Household(people.surname(), people.between(1939, 1968), !alone || !mother, mother, widow, widower);
        int childBorn = household.born() + people.between(22, 31);
        int died = Math.min(childBorn + people.between(9, 36), registered.getYear() - 1);
        Precision precision = people.chance(70) ? Precision.DAY : people.chance(60) ? Precision.MONTH : Precision.YEAR;
        return draw(
                Origin.STOCK,
                village,
                household,
                childBorn,
                exact(people.day(died), precision),
                precision,
                null,
                registered);
    }

    /** A loss of this year, learned of on the day. */
    NewFamily newLoss(Region village, LocalDate knownOn) {
        Household household =
                new Household(people.surname(), people.between(1958, 1973), people.chance(85), true, false, false);
        int childBorn = household.born() + people.between(23, 29);
        return draw(
                Origin.NEW,
                village,
                household,
                childBorn,
                knownOn.minusDays(people.between(2, 20)),
                Precision.DAY,
                knownOn,
                knownOn);
    }

    /** Only what somebody told us. */
    Lead lead(Region village, LocalDate knownOn) {
        return new Lead(
                uuid(),
                village.path(),
                people.surname() + people.given(people.chance(50) ? Sex.MALE : Sex.FEMALE),
                people.chance(70) ? people.phone() : null,
                knownOn,
                people.one(TELLERS));
    }

    /** The same family, filed here and living in another village. */
    NewFamily livingIn(NewFamily family, Region village) {
        return new NewFamily(
                family.clientId(),
                family.origin(),
                family.category(),
                family.filingPath(),
                village.path(),
                people.address(village.nameZh()),
                family.livingArrangement(),
                family.knownOn(),
                family.toldBy(),
                family.preferences(),
                family.people(),
                family.children());
    }

    private NewFamily draw(
            Origin origin,
            Region village,
            Household home,
            int childBorn,
            LocalDate childDied,
            Precision precision,
            @Nullable LocalDate knownOn,
            LocalDate registered) {
        List<NewPerson> members = new ArrayList<>();
        boolean institution = home.born() < 1956 && people.chance(16);
        boolean fatherSpeaks = home.father() && !home.fatherLate() && (home.motherLate() || people.chance(45));
        if (home.father()) {
            members.add(parent(
                    village,
                    home.surname(),
                    Sex.MALE,
                    home.born(),
                    home.fatherLate(),
                    fatherSpeaks,
                    institution,
                    registered));
        }
        String mothersSurname = people.surname();
        if (home.mother()) {
            members.add(parent(
                    village,
                    mothersSurname,
                    Sex.FEMALE,
                    home.born() + people.between(0, 4),
                    home.motherLate(),
                    !fatherSpeaks,
                    institution,
                    registered));
        }
        if (home.motherLate() && people.chance(50)) {
            members.add(other(village, PersonRole.SPOUSE, Sex.FEMALE, home.born() + 6, registered));
        }
        if (childBorn < 1985 && people.chance(14)) {
            members.add(other(
                    village,
                    PersonRole.GRANDCHILD,
                    people.chance(50) ? Sex.MALE : Sex.FEMALE,
                    childBorn + 26,
                    registered));
        }
        boolean son = people.chance(58);
        Sex sex = son ? Sex.MALE : Sex.FEMALE;
        String child = people.childsGiven(sex);
        LocalDate born = people.day(childBorn);
        ContactPreferences meeting = preferences.of(fatherSpeaks ? home.surname() : mothersSurname, !fatherSpeaks);
        return new NewFamily(
                uuid(),
                origin,
                people.chance(4) && origin == Origin.STOCK ? Category.CHILD_DISABLED : Category.BEREAVED,
                village.path(),
                village.path(),
                people.address(village.nameZh()),
                living(members, institution),
                knownOn,
                knownOn == null ? null : people.one(TELLERS),
                meeting,
                members,
                List.of(new NewChild(
                        child,
                        people.chance(30) ? "阿" + child.substring(child.length() - 1) : null,
                        sex,
                        born,
                        childDied.isBefore(born) ? born.plusYears(9) : childDied,
                        precision,
                        people.chance(60) ? "县医院" : null)));
    }

    private NewPerson parent(
            Region village,
            String surname,
            Sex sex,
            int year,
            boolean late,
            boolean contact,
            boolean institution,
            LocalDate registered) {
        LocalDate born = people.day(year);
        LocalDate died = late ? people.day(registered.getYear() - people.between(1, 12)) : null;
        return new NewPerson(
                uuid(),
                PersonRole.PARENT,
                contact && !late,
                surname + people.given(sex),
                people.citizenId(code(village), born, sex),
                null,
                null,
                late ? null : people.phone(),
                late ? null : people.one(List.of("农业银行", "邮储银行", "建设银行", "泉州银行")),
                late ? null : people.account(),
                died,
                late ? List.of() : facts.of(born, registered, institution));
    }

    private NewPerson other(Region village, PersonRole role, Sex sex, int year, LocalDate registered) {
        LocalDate born = people.day(Math.min(year, 2014));
        return new NewPerson(
                uuid(),
                role,
                false,
                people.surname() + people.given(sex),
                people.citizenId(code(village), born, sex),
                null,
                null,
                people.phone(),
                null,
                null,
                null,
                role == PersonRole.SPOUSE ? facts.of(born, registered, false) : List.of());
    }

    private LivingArrangement living(List<NewPerson> members, boolean institution) {
        if (institution) {
            return LivingArrangement.INSTITUTION;
        }
        long alive = members.stream().filter(person -> person.diedOn() == null).count();
        if (alive > 1) {
            return LivingArrangement.COUPLE;
        }
        return people.chance(80) ? LivingArrangement.ALONE : LivingArrangement.WITH_RELATIVES;
    }

    private static LocalDate exact(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static String code(Region village) {
        return village.path().split("/")[1];
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
