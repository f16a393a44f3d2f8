package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.common.Subject;

/** A source of facts that knows what the test tells it, whatever the date. */
final class KnownFacts implements FactSource {

    static final String LICHENG = "350500000000/350502000000/";
    static final String ANXI = "350500000000/350524000000/";

    private final Map<Subject, Map<String, Object>> known = new HashMap<>();

    KnownFacts know(Subject subject, Map<String, Object> facts) {
        known.put(subject, facts);
        return this;
    }

    @Override
    public Set<String> provides() {
        return Vocabulary.all().stream()
                .filter(type -> !type.derived())
                .map(FactType::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Subject, List<Fact>> facts(Collection<Subject> subjects, LocalDate asOf) {
        Map<Subject, List<Fact>> facts = new HashMap<>();
        for (Subject subject : subjects) {
            List<Fact> list = new ArrayList<>();
            known.getOrDefault(subject, Map.of())
                    .forEach((name, value) -> list.add(new Fact(name, value, "户口簿", LocalDate.of(2024, 3, 12))));
            facts.put(subject, list);
        }
        return facts;
    }
}
