package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Money;
import org.nuanxin.common.Subject;

/** One round of deciding, as of one day: rules and adoptions read once, each distinct profile evaluated once. */
final class DecisionRun {

    private final LocalDate asOf;
    private final List<RuleVersion> versions;
    private final Map<Long, CompiledTable> tables;
    private final Map<Adoptions.Key, Adoption> adoptions;
    private final Map<Profile, Evaluation> evaluations = new HashMap<>();

    private record Profile(long rule, Map<String, Object> values) {}

    DecisionRun(LocalDate asOf, Rules rules, Map<Adoptions.Key, Adoption> adoptions) {
        this.asOf = asOf;
        this.versions = rules.versions();
        this.tables = rules.compiled(
                versions.stream().filter(version -> version.decidesOn(asOf)).toList());
        this.adoptions = adoptions;
    }

    Decision decide(Program program, Subject subject, Map<String, Fact> known) {
        Answer answer = new Answer(program, subject);
        if (program.start() != Program.Start.PERIODIC) {
            return answer.of(
                    Outcome.ON_REQUEST,
                    program.start() == Program.Start.EVENT ? Decision.Reason.ON_EVENT : Decision.Reason.ON_APPLICATION);
        }
        Fact region = known.get(Vocabulary.FILING_REGION);
        String path = region == null ? "" : region.value().toString();
        answer.rule = inForce(program, path).orElse(null);
        if (program.needsAdoption()) {
            Adoption adoption = Adoptions.nearest(adoptions, program.code(), path);
            answer.adoption = adoption;
            if (adoption.state() == Adoption.State.NOT_ADOPTED) {
                answer.nextCheck = program.cadence().nextPeriod(asOf);
                return answer.of(Outcome.NOT_ELIGIBLE, Decision.Reason.NOT_ADOPTED);
            }
            if (adoption.state() == Adoption.State.NOT_VERIFIED) {
                return answer.of(Outcome.UNKNOWN, Decision.Reason.ADOPTION_NOT_VERIFIED);
            }
        }
        if (answer.rule == null) {
            answer.rule = draft(program, path).orElse(null);
            return answer.of(
                    Outcome.UNKNOWN, answer.rule == null ? Decision.Reason.NO_RULE : Decision.Reason.ONLY_A_DRAFT);
        }
        return evaluated(answer, answer.rule, known);
    }

    private Decision evaluated(Answer answer, RuleVersion rule, Map<String, Fact> known) {
        CompiledTable table = Objects.requireNonNull(tables.get(rule.id()));
        Map<String, Object> values = new HashMap<>();
        Map<String, Fact> used = new LinkedHashMap<>();
        for (String name : table.names()) {
            Fact fact = known.get(name);
            if (fact != null) {
                values.put(name, fact.value());
                used.put(name, fact);
            }
        }
        Evaluation evaluation =
                evaluations.computeIfAbsent(new Profile(rule.id(), values), profile -> table.evaluate(values));
        answer.facts = used;
        answer.row = evaluation.rowNumber();
        answer.missing = evaluation.missing();
        answer.conditions = Conditions.of(table.table(), evaluation, used);
        RuleTable.Row focus = evaluation.focus().row();
        if (evaluation.outcome() != Outcome.NOT_ELIGIBLE) {
            answer.amounts = payments(focus, evaluation.amounts());
            List<Money> sums = evaluation.sums();
            answer.least = sums.get(0);
            answer.most = sums.get(sums.size() - 1);
        } else if (evaluation.decisive()) {
            answer.rowReason = focus.reason();
        }
        answer.assumptions = assumptions(rule, focus);
        answer.nextCheck = evaluation.outcome() == Outcome.UNKNOWN
                ? null
                : NextCheck.of(answer.program, rule, answer.conditions, known, asOf);
        return answer.of(
                evaluation.outcome(),
                switch (evaluation.outcome()) {
                    case UNKNOWN -> Decision.Reason.MISSING_FACT;
                    case ELIGIBLE -> Decision.Reason.ROW_APPLIES;
                    default -> evaluation.decisive() ? Decision.Reason.ROW_EXCLUDES : Decision.Reason.NO_ROW;
                });
    }

    private static List<Decision.Payment> payments(RuleTable.Row row, Map<String, Money> amounts) {
        List<Decision.Payment> payments = new ArrayList<>();
        for (RuleTable.Amount amount : row.amounts()) {
            Money money = amounts.get(amount.funder());
            if (money != null) {
                payments.add(new Decision.Payment(amount.funder(), money, amount.assumption()));
            }
        }
        return payments;
    }

    private static List<Wording> assumptions(RuleVersion rule, RuleTable.Row row) {
        List<Wording> assumptions = new ArrayList<>();
        if (rule.validAssumption() != null) {
            assumptions.add(rule.validAssumption());
        }
        row.cells().forEach(cell -> add(assumptions, cell.assumption()));
        row.amounts().forEach(amount -> add(assumptions, amount.assumption()));
        return assumptions;
    }

    private static void add(List<Wording> assumptions, @Nullable Wording assumption) {
        if (assumption != null && !assumptions.contains(assumption)) {
            assumptions.add(assumption);
        }
    }

    /** The version in force of the nearest jurisdiction above; never one that has ended. */
    private Optional<RuleVersion> inForce(Program program, String path) {
        return above(program, path).filter(version -> version.decidesOn(asOf)).max(nearest());
    }

    private Optional<RuleVersion> draft(Program program, String path) {
        return above(program, path).filter(RuleVersion::draft).max(nearest());
    }

    private java.util.stream.Stream<RuleVersion> above(Program program, String path) {
        return versions.stream()
                .filter(version ->
                        version.programCode().equals(program.code()) && path.startsWith(version.jurisdiction()));
    }

    private static Comparator<RuleVersion> nearest() {
        return Comparator.comparingInt(version -> version.jurisdiction().length());
    }

    /** A decision in the making. */
    private final class Answer {

        private final Program program;
        private final Subject subject;
        private @Nullable RuleVersion rule;
        private @Nullable Adoption adoption;
        private @Nullable Integer row;
        private @Nullable Wording rowReason;
        private List<Decision.Condition> conditions = List.of();
        private List<Decision.Payment> amounts = List.of();
        private Money least = Money.ZERO;
        private Money most = Money.ZERO;
        private Set<String> missing = Set.of();
        private Map<String, Fact> facts = Map.of();
        private @Nullable LocalDate nextCheck;
        private List<Wording> assumptions = List.of();

        Answer(Program program, Subject subject) {
            this.program = program;
            this.subject = subject;
        }

        Decision of(Outcome outcome, Decision.Reason reason) {
            return new Decision(
                    program,
                    subject,
                    asOf,
                    outcome,
                    reason,
                    rule,
                    adoption,
                    row,
                    rowReason,
                    conditions,
                    amounts,
                    least,
                    most,
                    missing,
                    facts,
                    nextCheck,
                    assumptions);
        }
    }
}
