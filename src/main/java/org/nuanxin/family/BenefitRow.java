package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Fact;
import org.nuanxin.policy.Outcome;
import org.nuanxin.policy.Receipt;
import org.nuanxin.policy.Tri;
import org.nuanxin.policy.Vocabulary;

/**
 * A line of the benefits page: one program for one person, or for several where the answer needs no fact of theirs.
 *
 * @param whom the members it is for, none for the whole family or its Care Group
 * @param last what was known last of each fact, by its name
 */
record BenefitRow(Decision decision, List<FamilyHead.Member> whom, boolean open, Map<String, Fact> last) {

    /** Names the line in the address and on the page. */
    public String key() {
        return key(decision);
    }

    static String key(Decision decision) {
        Subject subject = decision.subject();
        return decision.program().code() + "-"
                + (subject.kind() == Subject.Kind.PERSON
                        ? subject.id()
                        : subject.kind().name().toLowerCase(Locale.ROOT));
    }

    /** {@code unknown}, {@code eligible}, {@code on-request}, {@code not-eligible}. */
    public String verdict() {
        return verdict(decision.outcome());
    }

    static String verdict(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean careGroup() {
        return decision.subject().kind() == Subject.Kind.CARE_GROUP;
    }

    public Receipt receipt() {
        return decision.receipt();
    }

    public long count(Tri state) {
        return decision.conditions().stream()
                .filter(condition -> condition.state() == state)
                .count();
    }

    public long met() {
        return count(Tri.YES);
    }

    public long unmet() {
        return count(Tri.NO);
    }

    public long missing() {
        return count(Tri.UNKNOWN);
    }

    /** Conditions in the order they are shown, alternatives below the one they belong to. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Decision.Condition condition : decision.conditions()) {
            lines.add(new Line(condition, false));
            condition.anyOf().forEach(way -> lines.add(new Line(way, true)));
        }
        return lines;
    }

    record Line(Decision.Condition condition, boolean sub) {

        public boolean any() {
            return !condition.anyOf().isEmpty();
        }

        public boolean missing() {
            return condition.state() == Tri.UNKNOWN && !any();
        }

        public String mark() {
            return condition.state().name().toLowerCase(Locale.ROOT);
        }

        /** Dated facts somebody can record to make it known, as they are named in addresses. */
        public List<String> supplies() {
            return missing()
                    ? Vocabulary.get(condition.fact()).suppliedBy().stream()
                            .filter(FamilyFacts.DATED::containsValue)
                            .map(name -> name.replace('_', '-'))
                            .toList()
                    : List.of();
        }
    }

    static long count(Collection<BenefitRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.decision().outcome() == outcome).count();
    }

    BenefitRow with(FamilyHead.Member another) {
        return new BenefitRow(
                decision, Stream.concat(whom.stream(), Stream.of(another)).toList(), open, last);
    }

    public String names() {
        return whom.stream().map(FamilyHead.Member::name).collect(Collectors.joining("、"));
    }

    boolean isFor(String member) {
        return member.equals("family")
                ? whom.isEmpty()
                : whom.stream().anyMatch(person -> member.equals(String.valueOf(person.id())));
    }
}
