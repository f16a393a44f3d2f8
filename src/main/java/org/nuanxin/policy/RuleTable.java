package org.nuanxin.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as it stands in the database; hit policy "first": the first row whose cells all hold decides, and
 * where none does the answer is not eligible.
 *
 * @param inputs names of facts, one per column
 */
record RuleTable(List<String> inputs, List<Row> rows) {

    /** {@code position} counts from 1; there are as many cells as inputs. */
    record Row(int position, Outcome outcome, @Nullable Wording reason, List<Cell> cells, List<Amount> amounts) {}

    /** FEEL unary tests, {@code -} for anything; {@code assumption} says why a reading is still to be settled. */
    record Cell(String test, @Nullable Wording assumption) {

        public boolean any() {
            return test.equals("-");
        }
    }

    /** Yuan that one funder pays, a FEEL expression over facts. */
    record Amount(
            String funder, String expression, @Nullable Wording assumption) {}
}
