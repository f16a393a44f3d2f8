package org.nuanxin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiles the cells of a table and tries each with sample values, so that what is wrong shows before publishing. */
final class TableCheck {

    private final Feel feel;
    private final RuleTable table;
    private final List<String> problems = new ArrayList<>();

    TableCheck(Feel feel, RuleTable table) {
        this.feel = feel;
        this.table = table;
    }

    /** The compiled rows; throws a {@link RuleError} that names every problem. */
    List<CompiledTable.Row> rows() {
        table.inputs().forEach(this::known);
        List<CompiledTable.Row> rows =
                problems.isEmpty() ? table.rows().stream().map(this::row).toList() : List.of();
        if (table.rows().isEmpty()) {
            problems.add("no rows");
        }
        if (!problems.isEmpty()) {
            throw new RuleError(problems);
        }
        return rows;
    }

    private CompiledTable.Row row(RuleTable.Row row) {
        String place = "row " + row.position();
        List<Feel.@Nullable Compiled> cells = new ArrayList<>();
        if (row.cells().size() != table.inputs().size()) {
            problems.add(place + ": " + row.cells().size() + " cells for "
                    + table.inputs().size() + " columns");
            return new CompiledTable.Row(row, cells, Map.of());
        }
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(cell(row.cells().get(i), table.inputs().get(i), place));
        }
        Map<String, Feel.Compiled> amounts = new LinkedHashMap<>();
        for (RuleTable.Amount amount : row.amounts()) {
            Feel.Compiled compiled = attempt(place, () -> feel.expression(amount.expression()));
            if (compiled != null && namesAreKnown(compiled, place)) {
                attempt(place, () -> feel.number(compiled, samples(compiled.names())));
                amounts.put(amount.funder(), compiled);
            }
        }
        return new CompiledTable.Row(row, cells, amounts);
    }

    private Feel.@Nullable Compiled cell(RuleTable.Cell cell, String input, String place) {
        if (cell.any()) {
            return null;
        }
        String where = place + ", " + input;
        Feel.Compiled compiled = attempt(where, () -> feel.unaryTests(cell.test()));
        if (compiled == null || !namesAreKnown(compiled, where)) {
            return null;
        }
        FactType type = Vocabulary.get(input);
        Set<String> choices = Set.copyOf(type.choices());
        if (compiled.names().isEmpty() && !choices.containsAll(compiled.strings())) {
            problems.add(where + ": not one of " + type.choices() + ": " + cell.test());
        }
        attempt(where, () -> feel.holds(compiled, sample(type), samples(compiled.names())));
        return compiled;
    }

    private boolean namesAreKnown(Feel.Compiled compiled, String where) {
        boolean known = true;
        for (String name : compiled.names()) {
            if (!known(name)) {
                problems.add(where + ": no such fact: " + name);
                known = false;
            }
        }
        return known;
    }

    private boolean known(String name) {
        FactType type = Vocabulary.find(name);
        boolean known = type != null && !type.internal();
        if (!known && table.inputs().contains(name)) {
            problems.add("no such fact: " + name);
        }
        return known;
    }

    private static Map<String, Object> samples(Set<String> names) {
        Map<String, Object> samples = new HashMap<>();
        names.forEach(name -> samples.put(name, sample(Vocabulary.get(name))));
        return samples;
    }

    private static Object sample(FactType type) {
        return switch (type.type()) {
            case BOOLEAN -> true;
            case NUMBER -> BigDecimal.ONE;
            case CHOICE -> type.choices().get(0);
            case DATE -> java.time.LocalDate.EPOCH;
            case TEXT -> "";
        };
    }

    private <T> @Nullable T attempt(String where, Supplier<T> step) {
        try {
            return step.get();
        } catch (Feel.FeelError error) {
            problems.add(where + ": " + error.getMessage());
            return null;
        }
    }
}
