package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/** Families that tests register; every number is invented and each citizen ID is given once. */
public final class TestFamilies {

    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    private TestFamilies() {}

    /** A couple with one child that died in 2015, in the village at the path. */
    public static NewFamily stock(String regionPath, String father, String mother) {
        return family(
                Origin.STOCK,
                regionPath,
                null,
                List.of(
                        parent(father, true, citizenId(1955, Sex.MALE)),
                        parent(mother, false, citizenId(1957, Sex.FEMALE))));
    }

    /** A new loss, learned of on the day. */
    public static NewFamily newLoss(String regionPath, String parent, LocalDate knownOn) {
        return family(Origin.NEW, regionPath, knownOn, List.of(parent(parent, true, citizenId(1968, Sex.FEMALE))));
    }

    public static NewFamily family(
            Origin origin, String regionPath, LocalDate knownOn, List<NewFamily.NewPerson> people) {
        return new NewFamily(
                UUID.randomUUID(),
                origin,
                Category.BEREAVED,
                regionPath,
                regionPath,
                "和平路1号",
                LivingArrangement.COUPLE,
                knownOn,
                null,
                ContactPreferences.unknown(),
                people,
                List.of(new NewFamily.NewChild(
                        "志鹏",
                        null,
                        Sex.MALE,
                        LocalDate.of(1988, 3, 1),
                        LocalDate.of(2015, 4, 12),
                        Child.Precision.DAY,
                        null)));
    }

    public static NewFamily.NewPerson parent(String name, boolean contact, CitizenId id, NewFamily.NewFact... facts) {
        return new NewFamily.NewPerson(
                UUID.randomUUID(),
                PersonRole.PARENT,
                contact,
                name,
                id,
                null,
                null,
                "1385950" + String.format("%04d", SERIAL.incrementAndGet()),
                "农业银行",
                "62284800000000" + String.format("%05d", SERIAL.incrementAndGet()),
                null,
                List.of(facts));
    }

    /** A fresh, formally right citizen ID. */
    public static CitizenId citizenId(int year, Sex sex) {
        return citizenId(LocalDate.of(year, 6, 15), sex);
    }

    public static CitizenId citizenId(LocalDate born, Sex sex) {
        int serial = SERIAL.incrementAndGet() * 2 % 1000 + (sex == Sex.MALE ? 1 : 0);
        // between the codes of real counties, which the sample rosters use
        int county = 350530 + SERIAL.get() / 500;
        String first17 = "%06d%s%03d".formatted(county, born.toString().replace("-", ""), serial);
        return new CitizenId(first17 + CitizenId.checkDigit(first17));
    }
}
