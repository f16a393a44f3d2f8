package org.nuanxin.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.policy.Vocabulary;

/** What is kept about a person through the years, in the order of the page. */
enum FactKind {
    LIVELIHOOD("livelihood", Vocabulary.LIVELIHOOD, List.of()),
    ABILITY_GRADE("ability-grade", Vocabulary.ABILITY_GRADE, List.of()),
    REPORTED_TIER("reported-tier", Vocabulary.REPORTED_TIER, List.of()),
    DISABILITY_GRADE("disability-grade", Vocabulary.DISABILITY_GRADE, List.of()),
    MEDICAL_INSURANCE("medical-insurance", Vocabulary.MEDICAL_INSURANCE, List.of()),
    HUKOU_LOCAL("hukou-local", Vocabulary.HUKOU_LOCAL, List.of()),
    /** in words, as the hukou book writes it */
    HUKOU_PLACE("hukou-place", null, List.of()),
    MARITAL_STATUS("marital-status", null, List.of("married", "widowed", "divorced", "single")),
    IN_INSTITUTION("in-institution", Vocabulary.IN_INSTITUTION, List.of()),
    IN_CONCENTRATED_CARE("in-concentrated-care", Vocabulary.IN_CONCENTRATED_CARE, List.of());

    private final String fact;
    private final @Nullable String word;
    private final List<String> choices;

    FactKind(String fact, @Nullable String word, List<String> choices) {
        this.fact = fact;
        this.word = word;
        this.choices = choices;
    }

    static Optional<FactKind> of(String fact) {
        return Arrays.stream(values()).filter(kind -> kind.fact.equals(fact)).findFirst();
    }

    /** Name of the dated fact. */
    public String fact() {
        return fact;
    }

    /** Its word in the vocabulary of rules; null where rules do not know it. */
    @Nullable
    String word() {
        return word;
    }

    /** Choices of a kind that rules do not know; none for a text. */
    List<String> choices() {
        return choices;
    }

    /** Free words instead of choices. */
    public boolean isText() {
        return this == HUKOU_PLACE;
    }

    /** Whether it runs out and has to be looked at again. */
    public boolean isDue() {
        return this == ABILITY_GRADE || this == DISABILITY_GRADE;
    }
}
