package org.nuanxin.policy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Money;

/**
 * What a table says about one profile of facts.
 *
 * @param focus the row that explains the answer: the deciding one, or the one that came nearest
 * @param decisive whether {@code focus} decided; else no row applied, or several still might
 * @param possible the rows that hold or might, up to the first that holds
 * @param missing the facts that keep the answer unknown, empty otherwise
 */
record Evaluation(
        Outcome outcome,
        RowResult focus,
        boolean decisive,
        List<RowResult> rows,
        List<RowResult> possible,
        Set<String> missing) {

    /** One row against the facts; its amounts are empty while a fact they need is missing. */
    record RowResult(RuleTable.Row row, Tri state, List<Tri> cells, Map<String, Money> amounts, Set<String> missing) {

        long count(Tri state) {
            return cells.stream().filter(state::equals).count();
        }
    }

    /**
     * Hit policy first over three values: {@code possible} are the rows that hold or might, up to the first that holds.
     * Where they do not all say the same, nobody knows yet.
     */
    static Evaluation of(List<RowResult> rows, List<RowResult> possible, boolean decided) {
        if (possible.isEmpty()) {
            return new Evaluation(Outcome.NOT_ELIGIBLE, nearest(rows), false, rows, possible, Set.of());
        }
        RowResult last = possible.get(possible.size() - 1);
        Outcome fallback = decided ? last.row().outcome() : Outcome.NOT_ELIGIBLE;
        boolean agree = possible.stream().allMatch(row -> row.row().outcome() == fallback && amountsAgree(row, last));
        if (agree && decided) {
            return new Evaluation(fallback, last, true, rows, possible, Set.of());
        }
        if (agree) {
            return new Evaluation(fallback, nearest(rows), false, rows, possible, Set.of());
        }
        Set<String> missing = new LinkedHashSet<>();
        possible.forEach(row -> missing.addAll(row.missing()));
        RowResult focus = possible.stream()
                .filter(row -> row.row().outcome() == Outcome.ELIGIBLE)
                .min(Comparator.comparingLong(row -> row.count(Tri.UNKNOWN)))
                .orElse(possible.get(0));
        return new Evaluation(Outcome.UNKNOWN, focus, false, rows, possible, missing);
    }

    private static boolean amountsAgree(RowResult one, RowResult other) {
        return one == other
                || one.amounts().equals(other.amounts())
                        && one.amounts().size() == one.row().amounts().size();
    }

    /** The eligible row with the fewest conditions that fail: its failures are the reason people understand. */
    private static RowResult nearest(List<RowResult> rows) {
        return rows.stream()
                .filter(row -> row.row().outcome() == Outcome.ELIGIBLE)
                .min(Comparator.comparingLong(row -> row.count(Tri.NO)))
                .orElse(rows.get(0));
    }

    /** The amounts of the answer; those of the focus row while they are only "if eligible". */
    Map<String, Money> amounts() {
        return focus.amounts();
    }

    /** What the rows that might still apply would pay, the least first; at least one entry. */
    List<Money> sums() {
        List<Money> sums = possible.stream()
                .filter(row -> row.row().outcome() == Outcome.ELIGIBLE)
                .map(row -> row.amounts().values().stream().reduce(Money.ZERO, Money::plus))
                .distinct()
                .sorted()
                .toList();
        return sums.isEmpty() ? List.of(Money.ZERO) : sums;
    }

    @Nullable
    Integer rowNumber() {
        return decisive ? focus.row().position() : null;
    }
}
