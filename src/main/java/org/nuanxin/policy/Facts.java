package org.nuanxin.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts host: asks every {@link FactSource}, then derives what follows from facts alone (age, dependency tier). */
@Component
public class Facts {

    private final List<FactSource> sources;
    private final JdbcClient jdbc;

    Facts(List<FactSource> sources, JdbcClient jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
        sources.forEach(source -> source.provides().forEach(Vocabulary::get));
    }

    /** What is known of each subject on a day, by name of fact; a constant number of statements. */
    public Map<Subject, Map<String, Fact>> of(Collection<Subject> subjects, LocalDate asOf) {
        Map<Subject, Map<String, Fact>> facts = new HashMap<>();
        subjects.forEach(subject -> facts.put(subject, new HashMap<>()));
        for (FactSource source : sources) {
            source.facts(subjects, asOf).forEach((subject, list) -> {
                for (Fact fact : list) {
                    add(facts.get(subject), fact, source);
                }
            });
        }
        Map<String, String> tiers = tierReading();
        facts.values().forEach(known -> derive(known, tiers, asOf));
        return facts;
    }

    private static void add(@Nullable Map<String, Fact> known, Fact fact, FactSource source) {
        if (known == null || !source.provides().contains(fact.name()) || known.putIfAbsent(fact.name(), fact) != null) {
            throw new IllegalStateException(
                    source.getClass().getSimpleName() + " gives " + fact.name() + " unasked, or after another source");
        }
    }

    private static void derive(Map<String, Fact> known, Map<String, String> tiers, LocalDate asOf) {
        Fact born = known.get(Vocabulary.BORN);
        if (born != null) {
            int years = Period.between((LocalDate) born.value(), asOf).getYears();
            known.put(Vocabulary.AGE, new Fact(Vocabulary.AGE, BigDecimal.valueOf(years), born.source(), null, null));
        }
        tier(known, tiers).ifPresent(tier -> known.put(tier.name(), tier));
    }

    /** The grade's tier by the reading; without an assessment the tier as reported, which says nothing of the grade. */
    private static Optional<Fact> tier(Map<String, Fact> known, Map<String, String> tiers) {
        Fact grade = known.get(Vocabulary.ABILITY_GRADE);
        Fact from = grade == null ? known.get(Vocabulary.REPORTED_TIER) : grade;
        if (from == null) {
            return Optional.empty();
        }
        // a grade the reading does not know gives no tier: the answer stays open
        return Optional.ofNullable(
                        grade == null ? from.value() : tiers.get(grade.value().toString()))
                .map(tier ->
                        new Fact(Vocabulary.DEPENDENCY_TIER, tier, from.source(), from.since(), from.recordedBy()));
    }

    private Map<String, String> tierReading() {
        Map<String, String> tiers = new HashMap<>();
        jdbc.sql("select grade, tier from tier_reading").query(row -> {
            tiers.put(row.getString("grade"), row.getString("tier"));
        });
        return tiers;
    }
}
