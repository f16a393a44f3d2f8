package org.nuanxin.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is to be read: where its heading ends and what each column means.
 *
 * @param headerFrom first row of the heading, as the spreadsheet counts
 * @param headerTo its last row
 */
record SheetPlan(int sheet, String name, int headerFrom, int headerTo, List<Column> columns) {

    /**
     * A column with its heading.
     *
     * @param synonym the known word by which it was matched; null where somebody chose, or nobody knows
     * @param samples first values, masked
     */
    record Column(
            int index,
            String heading,
            @Nullable RosterField field,
            @Nullable String synonym,
            boolean byHand,
            List<String> samples) {

        Column as(@Nullable RosterField chosen) {
            return chosen == field ? this : new Column(index, heading, chosen, null, true, samples);
        }
    }

    /** Field → column; where two columns claim a field the first wins. */
    Map<RosterField, Column> byField() {
        Map<RosterField, Column> fields = new EnumMap<>(RosterField.class);
        columns.forEach(column -> {
            if (column.field() != null) {
                fields.putIfAbsent(column.field(), column);
            }
        });
        return fields;
    }

    /** One row per couple; otherwise one row per person. */
    public boolean ofCouples() {
        return columns.stream()
                .anyMatch(column -> column.field() == RosterField.WIFE_NAME
                        || column.field() == RosterField.HUSBAND_NAME
                        || column.field() == RosterField.WIFE_ID
                        || column.field() == RosterField.HUSBAND_ID);
    }

    /** Whether a row of it could become a family: somebody must be named. */
    boolean isUsable() {
        Map<RosterField, Column> fields = byField();
        return ofCouples()
                ? (fields.containsKey(RosterField.WIFE_NAME) && fields.containsKey(RosterField.WIFE_ID))
                        || (fields.containsKey(RosterField.HUSBAND_NAME) && fields.containsKey(RosterField.HUSBAND_ID))
                : fields.containsKey(RosterField.NAME) && fields.containsKey(RosterField.CITIZEN_ID);
    }

    SheetPlan with(List<Column> chosen) {
        return new SheetPlan(sheet, name, headerFrom, headerTo, chosen);
    }
}
