package org.nuanxin.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/** The single values of one row, with everything that is wrong about them. */
final class RowValues {

    private static final int EXCEL_DIGITS = 15;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,3}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0\\d{2,3})?[2-8]\\d{6,7}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{8,30}");

    private final Map<RosterField, SheetPlan.Column> columns;
    private final SheetRow row;
    private final List<Problem> problems = new ArrayList<>();

    RowValues(Map<RosterField, SheetPlan.Column> columns, SheetRow row) {
        this.columns = columns;
        this.row = row;
    }

    List<Problem> problems() {
        return problems;
    }

    Cell cell(RosterField field) {
        SheetPlan.Column column = columns.get(field);
        return column == null ? Cell.BLANK : row.cell(column.index());
    }

    boolean has(RosterField field) {
        return !cell(field).isBlank();
    }

    void add(Problem.Code code, RosterField field, @Nullable String... arguments) {
        SheetPlan.Column column = columns.get(field);
        problems.add(Problem.of(
                code,
                column == null ? "" : column.heading(),
                Shown.of(field, cell(field).text()),
                arguments));
    }

    /** Text of limited length; null where empty. */
    @Nullable
    String text(RosterField field, int longest) {
        String text = Texts.plain(cell(field).text());
        if (text.length() > longest) {
            add(Problem.Code.TOO_LONG, field, String.valueOf(longest));
        }
        return text.isEmpty() || isError(field) ? null : text;
    }

    @Nullable
    String name(RosterField field) {
        String name = Texts.name(cell(field).text());
        if (name.isEmpty() || isError(field)) {
            return null;
        }
        if (name.length() > 40 || name.chars().anyMatch(Character::isDigit)) {
            add(Problem.Code.NAME_STRANGE, field);
            return null;
        }
        return name;
    }

    @Nullable
    CitizenId citizenId(RosterField field) {
        Cell cell = cell(field);
        if (cell.isBlank() || isError(field)) {
            return null;
        }
        String id = CitizenId.normalise(cell.text());
        if (digitsLost(cell, id)) {
            add(Problem.Code.ID_DIGITS_LOST, field);
            return null;
        }
        Optional<CitizenId.Fault> fault = CitizenId.fault(id);
        if (fault.isEmpty()) {
            return new CitizenId(id);
        }
        if (id.length() == 18 && id.endsWith("000")) {
            add(Problem.Code.ID_DIGITS_LOST, field);
            return null;
        }
        switch (fault.get()) {
            case LENGTH -> add(Problem.Code.ID_LENGTH, field, String.valueOf(id.length()));
            case CHARACTERS -> add(Problem.Code.ID_CHARACTERS, field);
            case BIRTH_DATE -> add(Problem.Code.ID_BIRTH_DATE, field);
            case CHECK_DIGIT -> add(Problem.Code.ID_CHECK_DIGIT, field);
        }
        return null;
    }

    @Nullable
    String account(RosterField field) {
        Cell cell = cell(field);
        if (cell.isBlank() || isError(field)) {
            return null;
        }
        String number = CitizenId.normalise(cell.text());
        if (digitsLost(cell, number)) {
            add(Problem.Code.ACCOUNT_DIGITS_LOST, field);
            return null;
        }
        if (!ACCOUNT.matcher(number).matches()) {
            add(Problem.Code.ACCOUNT_CHARACTERS, field);
            return null;
        }
        if (number.length() >= 18 && number.substring(EXCEL_DIGITS).matches("0+")) {
            add(Problem.Code.ACCOUNT_ZEROS, field);
        }
        return number;
    }

    /** Excel keeps 15 digits of a number and fills up with zeros. */
    private static boolean digitsLost(Cell cell, String text) {
        return SCIENTIFIC.matcher(text).matches() || (cell.kind() == Cell.Kind.NUMBER && text.length() > EXCEL_DIGITS);
    }

    /** The first number of a cell; several are written with a slash. */
    @Nullable
    String phone(RosterField field) {
        String typed = Texts.tight(cell(field).text());
        if (typed.isEmpty() || typed.equals("无") || typed.equals("/") || typed.equals("-") || isError(field)) {
            return null;
        }
        String first = "";
        for (String part : typed.split("[/、,;，；或]")) {
            String digits = part.replaceAll("^(\\+?86)(?=1\\d{10}$)", "").replaceAll("[^\\d]", "");
            if (MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches()) {
                return digits;
            }
            first = first.isEmpty() ? digits : first;
        }
        add(Problem.Code.PHONE_LENGTH, field, String.valueOf(first.length()));
        return null;
    }

    @Nullable
    Sex sex(RosterField field) {
        String word = Texts.tight(cell(field).text());
        if (word.isEmpty() || isError(field)) {
            return null;
        }
        return switch (word) {
            case "男", "男性", "M", "m", "1" -> Sex.MALE;
            case "女", "女性", "F", "f", "2" -> Sex.FEMALE;
            default -> {
                add(Problem.Code.SEX_UNREADABLE, field);
                yield null;
            }
        };
    }

    @Nullable
    RosterDate date(RosterField field, LocalDate today) {
        Cell cell = cell(field);
        if (cell.isBlank() || isError(field)) {
            return null;
        }
        try {
            RosterDate date = RosterDate.read(cell);
            if (date.isAfter(today)) {
                add(Problem.Code.DATE_FUTURE, field);
                return null;
            }
            return date;
        } catch (RosterDate.Unreadable unreadable) {
            add(
                    switch (unreadable.reason()) {
                        case "month" -> Problem.Code.DATE_MONTH;
                        case "day" -> Problem.Code.DATE_DAY;
                        case "year" -> Problem.Code.DATE_YEAR;
                        case "month-spoilt" -> Problem.Code.DATE_MONTH_SPOILT;
                        default -> Problem.Code.DATE_UNREADABLE;
                    },
                    field,
                    unreadable.number());
            return null;
        }
    }

    @Nullable
    Tier tier(RosterField field) {
        if (!has(field) || isError(field)) {
            return null;
        }
        Optional<Tier> tier = Tier.of(cell(field).text());
        if (tier.isEmpty()) {
            add(Problem.Code.TIER_UNKNOWN, field);
        }
        return tier.orElse(null);
    }

    @Nullable
    Livelihood livelihood(RosterField field) {
        if (!has(field) || isError(field)) {
            return null;
        }
        Optional<Livelihood> livelihood = Livelihood.of(cell(field).text());
        if (livelihood.isEmpty()) {
            boolean old = Texts.tight(cell(field).text()).startsWith("五保");
            add(old ? Problem.Code.LIVELIHOOD_OLD : Problem.Code.LIVELIHOOD_UNKNOWN, field);
        }
        return livelihood.orElse(null);
    }

    /** A cell that holds #REF! or an uncalculated formula is said once and then counts as empty. */
    boolean isError(RosterField field) {
        if (cell(field).kind() != Cell.Kind.ERROR) {
            return false;
        }
        SheetPlan.Column column = columns.get(field);
        boolean said = column != null
                && problems.stream()
                        .anyMatch(problem -> problem.code() == Problem.Code.CELL_ERROR
                                && problem.column().equals(column.heading()));
        if (!said) {
            add(Problem.Code.CELL_ERROR, field);
        }
        return true;
    }
}
