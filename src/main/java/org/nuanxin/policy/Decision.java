package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Money;
import org.nuanxin.common.Subject;

/**
 * What one program gives one subject as of a day, with everything the answer rests on.
 *
 * @param rule the version that decided, or the draft that cannot yet; null where there is none
 * @param row the deciding row from 1, null where none decided
 * @param conditions of that row, or of the row that came nearest
 * @param amounts by funder; while the answer is unknown, what it would be if the missing facts fit
 * @param least what it pays at least, should it pay; differs from {@code most} only while facts are missing
 * @param missing the facts without which nobody knows
 * @param facts the facts the rule asked for and got
 * @param nextCheck the day the answer may change by itself, null where something has to happen first
 */
public record Decision(
        Program program,
        Subject subject,
        LocalDate asOf,
        Outcome outcome,
        Reason reason,
        @Nullable RuleVersion rule,
        @Nullable Adoption adoption,
        @Nullable Integer row,
        @Nullable Wording rowReason,
        List<Condition> conditions,
        List<Payment> amounts,
        Money least,
        Money most,
        Set<String> missing,
        Map<String, Fact> facts,
        @Nullable LocalDate nextCheck,
        List<Wording> assumptions) {

    /** Why the outcome is what it is; the message is {@code policy.reason.<name>}. */
    public enum Reason {
        ROW_APPLIES,
        ROW_EXCLUDES,
        NO_ROW,
        MISSING_FACT,
        NO_RULE,
        ONLY_A_DRAFT,
        NOT_ADOPTED,
        ADOPTION_NOT_VERIFIED,
        ON_EVENT,
        ON_APPLICATION
    }

    /**
     * One condition against the fact it asks for.
     *
     * @param test the FEEL unary tests of the cell
     * @param used null where the fact is missing
     * @param anyOf alternatives of which one suffices; then the condition itself has no fact
     */
    public record Condition(
            String fact,
            String test,
            Tri state,
            @Nullable Fact used,
            @Nullable Wording assumption,
            List<Condition> anyOf) {}

    /** What one funder pays per period. */
    public record Payment(
            String funder, Money money, @Nullable Wording assumption) {}

    public Money total() {
        return amounts.stream().map(Payment::money).reduce(Money.ZERO, Money::plus);
    }

    /** The clause behind it: the rule's, else the program's. */
    public RuleVersion.@Nullable Source source() {
        return rule != null && rule.source() != null ? rule.source() : program.source();
    }

    public Receipt receipt() {
        return Receipt.of(this);
    }
}
