package org.nuanxin.policy;

import static org.nuanxin.common.Subject.Kind.CARE_GROUP;
import static org.nuanxin.common.Subject.Kind.FAMILY;
import static org.nuanxin.common.Subject.Kind.PERSON;
import static org.nuanxin.policy.FactType.Type.BOOLEAN;
import static org.nuanxin.policy.FactType.Type.CHOICE;
import static org.nuanxin.policy.FactType.Type.DATE;
import static org.nuanxin.policy.FactType.Type.NUMBER;
import static org.nuanxin.policy.FactType.Type.TEXT;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Subject;

/** The names of facts: what rules may speak of and what sources answer. */
public final class Vocabulary {

    public static final String BORN = "born";
    public static final String AGE = "age";
    public static final String ALIVE = "alive";
    public static final String LIVELIHOOD = "livelihood";
    public static final String ABILITY_GRADE = "ability_grade";
    /** As rosters write it (自理 / 半失能 / 失能); never turned into a grade. */
    public static final String REPORTED_TIER = "reported_tier";
    /** Of the disability certificate: 1 is the most severe. */
    public static final String DISABILITY_GRADE = "disability_grade";
    /** Kind of basic medical insurance. */
    public static final String MEDICAL_INSURANCE = "medical_insurance";
    /** Derived from the grade by the reading of the domain, else the reported tier. */
    public static final String DEPENDENCY_TIER = "dependency_tier";
    /** The county of the hukou is the county the family is filed in. */
    public static final String HUKOU_LOCAL = "hukou_local";

    public static final String IN_INSTITUTION = "in_institution";
    public static final String IN_CONCENTRATED_CARE = "in_concentrated_care";
    public static final String FAMILY_CONFIRMED = "family_confirmed";
    public static final String FAMILY_STATUS = "family_status";
    public static final String LIVING_MEMBERS = "living_members";
    public static final String GROUP_ESTABLISHED = "group_established";
    /** How many of the four statutory seats are filled. */
    public static final String STATUTORY_SEATS = "statutory_seats";
    /** Path of the filing region: which jurisdiction's rules apply. */
    public static final String FILING_REGION = "filing_region";

    private static final List<String> TIERS = List.of("self-care", "partly", "fully");
    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();

    static {
        Set<Subject.Kind> person = Set.of(PERSON);
        Set<Subject.Kind> all = Set.of(PERSON, FAMILY, CARE_GROUP);
        internal(BORN, DATE, person);
        internal(FILING_REGION, TEXT, all);
        type(AGE, NUMBER, person, List.of(), List.of(BORN));
        plain(ALIVE, BOOLEAN, person);
        choice(
                LIVELIHOOD,
                person,
                List.of("none", "low-income", "near-low-income", "hardship-by-expense", "extreme-hardship"));
        choice(ABILITY_GRADE, person, List.of("intact", "mild", "moderate", "severe", "complete"));
        choice(REPORTED_TIER, person, TIERS);
        type(DEPENDENCY_TIER, CHOICE, person, TIERS, List.of(ABILITY_GRADE, REPORTED_TIER));
        choice(DISABILITY_GRADE, person, List.of("none", "4", "3", "2", "1"));
        choice(MEDICAL_INSURANCE, person, List.of("none", "resident", "employee", "other"));
        plain(HUKOU_LOCAL, BOOLEAN, person);
        plain(IN_INSTITUTION, BOOLEAN, person);
        plain(IN_CONCENTRATED_CARE, BOOLEAN, person);
        plain(FAMILY_CONFIRMED, BOOLEAN, all);
        choice(FAMILY_STATUS, all, List.of("lead", "registered", "reviewed", "confirmed", "exited"));
        plain(LIVING_MEMBERS, NUMBER, Set.of(FAMILY));
        plain(GROUP_ESTABLISHED, BOOLEAN, Set.of(CARE_GROUP));
        plain(STATUTORY_SEATS, NUMBER, Set.of(CARE_GROUP));
    }

    private Vocabulary() {}

    public static Collection<FactType> all() {
        return List.copyOf(TYPES.values());
    }

    /** The type of a fact; refuses a name that is not in the vocabulary. */
    public static FactType get(String name) {
        FactType type = find(name);
        if (type == null) {
            throw new IllegalArgumentException("no such fact: " + name);
        }
        return type;
    }

    static @Nullable FactType find(String name) {
        return TYPES.get(name);
    }

    private static void internal(String name, FactType.Type type, Set<Subject.Kind> kinds) {
        TYPES.put(name, new FactType(name, type, kinds, List.of(), List.of(name), true));
    }

    private static void plain(String name, FactType.Type type, Set<Subject.Kind> kinds) {
        type(name, type, kinds, List.of(), List.of(name));
    }

    private static void choice(String name, Set<Subject.Kind> kinds, List<String> choices) {
        type(name, CHOICE, kinds, choices, List.of(name));
    }

    private static void type(
            String name, FactType.Type type, Set<Subject.Kind> kinds, List<String> choices, List<String> suppliedBy) {
        TYPES.put(name, new FactType(name, type, kinds, choices, suppliedBy, false));
    }
}
