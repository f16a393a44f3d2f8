package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.family.NewFamily.NewFact;

/** What is known about an invented person, with its source; sometimes nothing is, so that a decision has to ask. */
final class InventedFacts {

    private static final List<String> LIVELIHOODS =
            List.of("low-income", "low-income", "near-low-income", "hardship-by-expense", "extreme-hardship");

    private final InventedPeople people;

    InventedFacts(InventedPeople people) {
        this.people = people;
    }

    /** Facts of a living adult, as known on the day of registration. */
    List<NewFact> of(LocalDate born, LocalDate registered, boolean institution) {
        List<NewFact> facts = new ArrayList<>();
        if (institution || people.chance(80)) {
            facts.add(new NewFact(
                    "in-institution",
                    Boolean.toString(institution),
                    registered,
                    null,
                    institution ? "养老机构入住名册" : "入户核对"));
        }
        if (people.chance(94)) {
            String livelihood = people.chance(34) ? people.one(LIVELIHOODS) : "none";
            facts.add(new NewFact("livelihood", livelihood, registered.minusDays(30), null, "低保系统数据比对"));
        }
        int age = registered.getYear() - born.getYear();
        int kind = people.between(1, 100);
        if (age < 60) {
            if (kind <= 45) {
                facts.add(tier("self-care", registered));
            }
        } else if (kind <= 62) {
            facts.add(grade(age, registered));
        } else if (kind <= 86) {
            facts.add(tier(
                    age < 70 ? "self-care" : people.one(List.of("self-care", "partly", "partly", "fully")),
                    registered));
        }
        return facts;
    }

    private NewFact grade(int age, LocalDate registered) {
        List<String> grades = age < 70
                ? List.of("intact", "intact", "intact", "mild", "moderate")
                : List.of("intact", "intact", "mild", "mild", "moderate", "severe", "complete");
        LocalDate assessed = registered.minusDays(people.between(10, 200));
        return new NewFact(
                "ability-grade", people.one(grades), assessed, assessed.plusYears(people.chance(15) ? 1 : 3), "能力评估报告");
    }

    private static NewFact tier(String tier, LocalDate registered) {
        return new NewFact("reported-tier", tier, registered, null, "花名册填报");
    }
}
