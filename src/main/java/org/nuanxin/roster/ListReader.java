package org.nuanxin.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;

/** Reads an official list: whoever has a citizen ID on it, what it says of them, and every row that must be mended. */
final class ListReader {

    private static final int LONGEST_WORD = 40;

    private final ListKind kind;
    private final LocalDate asOf;
    private final LocalDate today;
    private final Map<String, Line> byId = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private int rows;
    private int repeated;

    private ListReader(ListKind kind, LocalDate asOf, LocalDate today) {
        this.kind = kind;
        this.asOf = asOf;
        this.today = today;
    }

    /** What the list says of a person. */
    record Line(
            int row,
            CitizenId id,
            @Nullable String name,
            String value,
            LocalDate from,
            @Nullable LocalDate due) {

        boolean agrees(Line other) {
            return value.equals(other.value) && from.equals(other.from);
        }
    }

    /** Something to mend in a row. */
    record Wrong(int row, Problem problem) {}

    /** Everything a list says; people whose rows contradict one another are left out. */
    record Reading(int rows, int repeated, List<Line> lines, List<Wrong> wrong) {}

    /** Which columns say what. */
    private record Columns(
            int header,
            Map<RosterField, SheetPlan.Column> fields,
            SheetPlan.@Nullable Column date,
            SheetPlan.@Nullable Column due) {}

    static Reading read(Path path, ListKind kind, LocalDate asOf, LocalDate today) throws FileRefused, IOException {
        RosterFile file = RosterFile.open(path);
        ListReader reader = new ListReader(kind, asOf, today);
        boolean found = false;
        for (RosterFile.Sheet sheet : file.sheets()) {
            if (!sheet.hidden() && !found) {
                found = reader.sheet(file, sheet);
            }
        }
        if (!found) {
            throw new FileRefused(FileRefused.Reason.NO_HEADER);
        }
        if (reader.rows == 0) {
            throw new FileRefused(FileRefused.Reason.NO_ROWS);
        }
        return reader.reading();
    }

    private Reading reading() {
        Set<Integer> bad = wrong.stream().map(Wrong::row).collect(Collectors.toSet());
        List<Line> good =
                lines.stream().filter(line -> !bad.contains(line.row())).toList();
        return new Reading(rows, repeated, good, wrong);
    }

    private boolean sheet(RosterFile file, RosterFile.Sheet sheet) throws FileRefused, IOException {
        List<SheetRow> top = new ArrayList<>();
        file.read(sheet, row -> {
            top.add(row);
            return top.size() < HeaderFinder.ROWS;
        });
        Optional<Columns> columns =
                top.stream().flatMap(row -> columns(row).stream()).findFirst();
        if (columns.isEmpty()) {
            return false;
        }
        file.read(sheet, row -> {
            if (row.number() > columns.get().header() && isData(row, columns.get())) {
                if (++rows > RosterFile.MAX_ROWS) {
                    throw new FileRefused(FileRefused.Reason.TOO_MANY_ROWS, RosterFile.MAX_ROWS);
                }
                line(row, columns.get());
            }
            return true;
        });
        return true;
    }

    /** A heading is the first row with a column of citizen IDs. */
    private Optional<Columns> columns(SheetRow row) {
        Map<RosterField, SheetPlan.Column> fields = new HashMap<>();
        SheetPlan.Column date = null;
        SheetPlan.Column due = null;
        for (int c = 0; c < row.cells().size(); c++) {
            String heading = row.plain(c);
            String label = Texts.label(heading, false);
            RosterField field =
                    Headings.match(heading).map(Headings.Match::field).orElse(null);
            SheetPlan.Column column = new SheetPlan.Column(c, heading, field, null, false, List.of());
            if (kind.isDue(label)) {
                due = due == null ? column : due;
            } else if (kind.isDate(label)) {
                date = date == null ? column : date;
            } else if (kind.isValue(label)) {
                fields.putIfAbsent(RosterField.LIVELIHOOD, column);
            } else if (field == RosterField.CITIZEN_ID || field == RosterField.NAME) {
                fields.putIfAbsent(field, column);
            }
        }
        return fields.containsKey(RosterField.CITIZEN_ID)
                ? Optional.of(new Columns(row.number(), fields, date, due))
                : Optional.empty();
    }

    /** Totals, notes and repeated headings are no data. */
    private static boolean isData(SheetRow row, Columns columns) {
        RowValues values = new RowValues(columns.fields(), row);
        if (values.has(RosterField.CITIZEN_ID)) {
            return Headings.match(
                            Texts.plain(values.cell(RosterField.CITIZEN_ID).text()))
                    .isEmpty();
        }
        String first = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(cell -> Texts.tight(cell.text()))
                .findFirst()
                .orElse("");
        return values.has(RosterField.NAME) && !first.matches("(合计|总计|小计|注|说明|备注|填表|制表|审核).*");
    }

    private void line(SheetRow row, Columns columns) {
        RowValues values = new RowValues(columns.fields(), row);
        CitizenId id = values.citizenId(RosterField.CITIZEN_ID);
        if (id == null && values.problems().isEmpty()) {
            values.add(Problem.Code.ID_MISSING, RosterField.CITIZEN_ID);
        }
        String value = value(values);
        LocalDate from = date(values, row, columns.date(), false);
        LocalDate due = date(values, row, columns.due(), true);
        values.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> wrong.add(new Wrong(row.number(), problem)));
        if (id == null || value == null || values.problems().stream().anyMatch(Problem::isError)) {
            return;
        }
        String name = Texts.name(values.cell(RosterField.NAME).text());
        Line line = new Line(row.number(), id, name.isEmpty() ? null : name, value, from == null ? asOf : from, due);
        Line before = byId.putIfAbsent(id.value(), line);
        if (before == null) {
            lines.add(line);
        } else if (before.agrees(line)) {
            repeated++;
        } else {
            contradicts(before, line, values);
            contradicts(line, before, values);
        }
    }

    private void contradicts(Line line, Line other, RowValues values) {
        values.add(Problem.Code.LIST_CONTRADICTS, RosterField.CITIZEN_ID, String.valueOf(other.row()));
        Problem problem = values.problems().get(values.problems().size() - 1);
        if (wrong.stream()
                .noneMatch(known -> known.row() == line.row() && known.problem().code() == problem.code())) {
            wrong.add(new Wrong(line.row(), problem));
        }
    }

    private @Nullable String value(RowValues values) {
        Cell cell = values.cell(RosterField.LIVELIHOOD);
        if (values.isError(RosterField.LIVELIHOOD)) {
            return null;
        }
        if (cell.isBlank()) {
            Optional<String> unsaid = kind.unsaid();
            if (unsaid.isEmpty()) {
                values.add(Problem.Code.LIST_VALUE_MISSING, RosterField.LIVELIHOOD);
            }
            return unsaid.orElse(null);
        }
        Optional<String> value = cell.text().length() > LONGEST_WORD ? Optional.empty() : kind.value(cell.text());
        if (value.isEmpty()) {
            values.add(Problem.Code.LIST_VALUE_UNKNOWN, RosterField.LIVELIHOOD);
        }
        return value.orElse(null);
    }

    private @Nullable LocalDate date(
            RowValues values, SheetRow row, SheetPlan.@Nullable Column column, boolean future) {
        if (column == null || row.cell(column.index()).isBlank()) {
            return null;
        }
        Cell cell = row.cell(column.index());
        Problem.Code code;
        String argument = "";
        try {
            if (cell.kind() == Cell.Kind.ERROR) {
                code = Problem.Code.CELL_ERROR;
            } else {
                LocalDate day = RosterDate.read(cell).day();
                if (future || !day.isAfter(today)) {
                    return day;
                }
                code = Problem.Code.DATE_FUTURE;
            }
        } catch (RosterDate.Unreadable unreadable) {
            code = switch (unreadable.reason()) {
                case "month" -> Problem.Code.DATE_MONTH;
                case "day" -> Problem.Code.DATE_DAY;
                case "year" -> Problem.Code.DATE_YEAR;
                case "month-spoilt" -> Problem.Code.DATE_MONTH_SPOILT;
                default -> Problem.Code.DATE_UNREADABLE;
            };
            argument = unreadable.number();
        }
        values.problems().add(Problem.of(code, column.heading(), Shown.of(null, cell.text()), argument));
        return null;
    }
}
