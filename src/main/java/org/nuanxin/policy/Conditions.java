package org.nuanxin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of the row that explains an answer. Rows that give the same and differ in one cell each are told as
 * one row with alternatives: "one of the following is enough".
 */
final class Conditions {

    private final RuleTable table;
    private final Evaluation evaluation;
    private final Map<String, Fact> facts;

    private Conditions(RuleTable table, Evaluation evaluation, Map<String, Fact> facts) {
        this.table = table;
        this.evaluation = evaluation;
        this.facts = facts;
    }

    static List<Decision.Condition> of(RuleTable table, Evaluation evaluation, Map<String, Fact> facts) {
        return new Conditions(table, evaluation, facts).conditions();
    }

    private List<Decision.Condition> conditions() {
        Evaluation.RowResult focus = evaluation.focus();
        List<Evaluation.RowResult> siblings = evaluation.rows().stream()
                .filter(row -> row.row().outcome() == focus.row().outcome()
                        && row.row().amounts().equals(focus.row().amounts()))
                .toList();
        List<Integer> differing = differing(siblings);
        boolean alternatives =
                siblings.size() > 1 && siblings.stream().allMatch(row -> alternative(row, differing) != null);
        List<Decision.Condition> conditions = new ArrayList<>();
        boolean told = false;
        for (int i = 0; i < table.inputs().size(); i++) {
            if (!alternatives || !differing.contains(i)) {
                if (!focus.row().cells().get(i).any()) {
                    conditions.add(condition(focus, i));
                }
            } else if (!told) {
                told = true;
                conditions.add(anyOf(siblings, differing));
            }
        }
        return conditions;
    }

    private Decision.Condition anyOf(List<Evaluation.RowResult> siblings, List<Integer> differing) {
        List<Decision.Condition> children = new ArrayList<>();
        Tri state = Tri.NO;
        for (Evaluation.RowResult row : siblings) {
            Integer input = alternative(row, differing);
            if (input != null) {
                Decision.Condition child = condition(row, input);
                children.add(child);
                state = state.or(child.state());
            }
        }
        return new Decision.Condition("", "", state, null, null, children);
    }

    private Decision.Condition condition(Evaluation.RowResult row, int input) {
        RuleTable.Cell cell = row.row().cells().get(input);
        String name = table.inputs().get(input);
        return new Decision.Condition(
                name, cell.test(), row.cells().get(input), facts.get(name), cell.assumption(), List.of());
    }

    private List<Integer> differing(List<Evaluation.RowResult> rows) {
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            int input = i;
            if (rows.stream()
                            .map(row -> row.row().cells().get(input).test())
                            .distinct()
                            .count()
                    > 1) {
                differing.add(i);
            }
        }
        return differing;
    }

    /** The one differing cell a row insists on; null where it has none or several. */
    private static @Nullable Integer alternative(Evaluation.RowResult row, List<Integer> differing) {
        List<Integer> insisted = differing.stream()
                .filter(input -> !row.row().cells().get(input).any())
                .toList();
        return insisted.size() == 1 ? insisted.get(0) : null;
    }
}
