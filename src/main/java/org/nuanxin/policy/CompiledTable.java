package org.nuanxin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Money;

/**
 * A decision table made ready: every name, choice and type checked once, evaluated for many. A missing fact makes any
 * cell but {@code -} unknown before FEEL sees it, because FEEL would take null for a value.
 */
final class CompiledTable {

    private final Feel feel;
    private final RuleTable table;
    private final List<Row> rows;
    private final Set<String> names;

    record Row(RuleTable.Row row, List<Feel.@Nullable Compiled> cells, Map<String, Feel.Compiled> amounts) {}

    private CompiledTable(Feel feel, RuleTable table, List<Row> rows, Set<String> names) {
        this.feel = feel;
        this.table = table;
        this.rows = rows;
        this.names = names;
    }

    /** Refuses a table with a misspelt name, an unknown choice, a wrong type or a missing cell, naming all of them. */
    static CompiledTable compile(Feel feel, RuleTable table) {
        TableCheck check = new TableCheck(feel, table);
        List<Row> rows = check.rows();
        Set<String> names = new LinkedHashSet<>(table.inputs());
        rows.forEach(row -> {
            row.cells().forEach(cell -> names.addAll(cell == null ? Set.of() : cell.names()));
            row.amounts().values().forEach(amount -> names.addAll(amount.names()));
        });
        return new CompiledTable(feel, table, rows, names);
    }

    /** The facts it can ask for; two subjects with equal values of these get equal answers. */
    Set<String> names() {
        return names;
    }

    RuleTable table() {
        return table;
    }

    Evaluation evaluate(Map<String, Object> facts) {
        List<Evaluation.RowResult> results = new ArrayList<>();
        List<Evaluation.RowResult> possible = new ArrayList<>();
        boolean decided = false;
        for (Row row : rows) {
            Evaluation.RowResult result = result(row, facts);
            results.add(result);
            if (!decided && result.state() != Tri.NO) {
                possible.add(result);
                decided = result.state() == Tri.YES;
            }
        }
        return Evaluation.of(results, possible, decided);
    }

    private Evaluation.RowResult result(Row row, Map<String, Object> facts) {
        List<Tri> cells = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        Tri state = Tri.YES;
        for (int i = 0; i < row.cells().size(); i++) {
            Tri cell = cell(row.cells().get(i), table.inputs().get(i), facts, missing);
            cells.add(cell);
            state = state.and(cell);
        }
        Map<String, Money> amounts = amounts(row, facts, missing);
        if (amounts == null) {
            state = state.and(Tri.UNKNOWN);
        }
        return new Evaluation.RowResult(row.row(), state, cells, amounts == null ? Map.of() : amounts, missing);
    }

    private Tri cell(Feel.@Nullable Compiled cell, String input, Map<String, Object> facts, Set<String> missing) {
        if (cell == null) {
            return Tri.YES;
        }
        Set<String> needed = new LinkedHashSet<>(cell.names());
        needed.add(input);
        needed.removeIf(facts::containsKey);
        Object value = facts.get(input);
        if (value == null || !needed.isEmpty()) {
            missing.addAll(needed);
            return Tri.UNKNOWN;
        }
        return Tri.of(feel.holds(cell, value, facts));
    }

    /** Null while a fact that an amount needs is missing. */
    private @Nullable Map<String, Money> amounts(Row row, Map<String, Object> facts, Set<String> missing) {
        Map<String, Money> amounts = new HashMap<>();
        boolean complete = true;
        for (var entry : row.amounts().entrySet()) {
            Set<String> needed = new LinkedHashSet<>(entry.getValue().names());
            needed.removeIf(facts::containsKey);
            if (needed.isEmpty()) {
                BigDecimal yuan = feel.number(entry.getValue(), facts);
                amounts.put(entry.getKey(), new Money(yuan));
            } else {
                missing.addAll(needed);
                complete = false;
            }
        }
        return complete ? amounts : null;
    }
}
