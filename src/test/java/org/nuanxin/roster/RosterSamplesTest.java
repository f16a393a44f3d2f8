package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The three rosters as counties send them. */
class RosterSamplesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void lichengHas154RowsAndTheNineErrorsWeKnow() throws Exception {
        RosterReader.Reading reading = read("licheng-persons.xlsx", "350502000000");

        assertThat(reading.rows()).hasSize(154);
        assertThat(reading.ready()).hasSize(145);
        assertThat(errors(reading))
                .isEqualTo(Map.of(
                        9, List.of(Problem.Code.ID_CHECK_DIGIT),
                        21, List.of(Problem.Code.ID_CHECK_DIGIT),
                        27, List.of(Problem.Code.ID_LENGTH),
                        35, List.of(Problem.Code.NAME_MISSING),
                        44, List.of(Problem.Code.TOWNSHIP_UNKNOWN),
                        56, List.of(Problem.Code.DATE_FUTURE),
                        62, List.of(Problem.Code.SEX_CONTRADICTS),
                        71, List.of(Problem.Code.DATE_UNREADABLE),
                        85, List.of(Problem.Code.ID_SAME_ROW)));
        assertThat(reading.skipped()).containsExactly("159", "160");
    }

    @Test
    void anxiHas60CouplesAndTheSevenErrorsWeKnow() throws Exception {
        RosterReader.Reading reading = read("anxi-couples.xlsx", "350524000000");

        assertThat(reading.rows()).hasSize(60);
        assertThat(errors(reading))
                .isEqualTo(Map.of(
                        11, List.of(Problem.Code.ID_DIGITS_LOST),
                        16, List.of(Problem.Code.ACCOUNT_DIGITS_LOST),
                        23, List.of(Problem.Code.ID_DIGITS_LOST),
                        29, List.of(Problem.Code.NO_PARENT),
                        37, List.of(Problem.Code.DIED_BEFORE_BORN),
                        42, List.of(Problem.Code.ID_SAME_PARENTS),
                        48, List.of(Problem.Code.TOWNSHIP_ELSEWHERE)));
        assertThat(reading.skipped()).containsExactly("65");
    }

    @Test
    void jinjiangInGb18030Has215RowsWithoutAnError() throws Exception {
        RosterReader.Reading reading = read("jinjiang-persons.csv", "350582000000");

        assertThat(errors(reading)).isEmpty();
        assertThat(reading.rows()).hasSize(215);
    }

    @Test
    void aNoteAboveTheHeadingIsNoPartOfIt() throws Exception {
        SheetPlan plan =
                RosterReader.outline(path("licheng-persons.xlsx")).plans().get(0);

        assertThat(plan.headerFrom()).isEqualTo(3);
        assertThat(plan.columns().get(3).heading()).isEqualTo("姓名");
    }

    @Test
    void aCoupleInTwoRowsIsOneHousehold() throws Exception {
        List<Household> licheng =
                Household.of(read("licheng-persons.xlsx", "350502000000").ready());
        List<Household> jinjiang =
                Household.of(read("jinjiang-persons.csv", "350582000000").ready());

        assertThat(licheng).allMatch(household -> household.members().size() <= 2);
        assertThat(jinjiang)
                .allMatch(household ->
                        household.rows().size() == household.members().size());
        assertThat(jinjiang.stream()
                        .flatMap(household -> household.members().stream())
                        .map(RosterRow.RosterPerson::citizenId))
                .hasSize(215)
                .doesNotHaveDuplicates();
        assertThat(licheng.stream()
                        .flatMap(household -> household.members().stream())
                        .map(RosterRow.RosterPerson::citizenId))
                .as("who stands only in a row with errors is known from the spouse's row")
                .hasSize(153)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHiddenSheetIsNamedAndNotRead() throws Exception {
        RosterReader.Outline outline = RosterReader.outline(path("anxi-couples.xlsx"));

        assertThat(outline.hidden()).containsExactly("字典");
        assertThat(outline.plans()).hasSize(1);
        assertThat(outline.plans().get(0).ofCouples()).isTrue();
        assertThat(outline.plans().get(0).headerTo()).isEqualTo(3);
        assertThat(outline.plans().get(0).columns())
                .allMatch(column -> column.field() != null)
                .hasSize(20);
    }

    private static Map<Integer, List<Problem.Code>> errors(RosterReader.Reading reading) {
        Map<Integer, List<Problem.Code>> errors = new LinkedHashMap<>();
        reading.withErrors()
                .forEach(row -> errors.put(
                        row.number(),
                        row.problems().stream()
                                .filter(Problem::isError)
                                .map(Problem::code)
                                .toList()));
        return errors;
    }

    private static RosterReader.Reading read(String file, String county) throws Exception {
        RosterReader.Outline outline = RosterReader.outline(path(file));
        return RosterReader.read(path(file), outline.plans(), new CsvDivisions(county), TODAY, rows -> {});
    }

    static Path path(String file) throws Exception {
        return Path.of(RosterSamplesTest.class.getResource("/rosters/" + file).toURI());
    }
}
