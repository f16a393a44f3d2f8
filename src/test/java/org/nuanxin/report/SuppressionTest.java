package org.nuanxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is made public names nobody, not even by subtraction. */
class SuppressionTest {

    @Test
    void oneToFourAreHiddenAndZeroAndFiveAreNot() {
        assertThat(List.of(0L, 1L, 4L, 5L).stream().map(Suppression::small)).containsExactly(false, true, true, false);
    }

    @Test
    void aSingleHiddenNumberTakesTheNextSmallestAlong() {
        assertThat(Suppression.of(List.of(40L, 3L, 9L, 0L))).containsExactly(40L, null, null, 0L);
        assertThat(Suppression.of(List.of(40L, 3L, 2L))).containsExactly(40L, null, null);
        assertThat(Suppression.of(List.of(40L, 7L))).containsExactly(40L, 7L);
    }

    @Test
    void aDoneNumberIsKeptBackWhereTheRestIsSmall() {
        Report.Share share = report(26, 23).shares("MECHANISM").get(0);
        assertThat(share.done().count()).isNull();
        assertThat(share.done().mask()).as("23 is not below five").isEqualTo("…");
        assertThat(share.percent()).isNull();
        assertThat(report(26, 20).shares("MECHANISM").get(0).done().count()).isEqualTo(20);
    }

    @Test
    void theEquationOfFamiliesGivesNothingAway() {
        Map<String, Report.Number> equation = report(0, 0).equation();
        assertThat(equation.get("exits").count()).isNull();
        assertThat(equation.values().stream().filter(number -> number.count() == null))
                .hasSize(2);
    }

    private static Report report(long due, long done) {
        TreeMap<String, List<Cell>> figures = new TreeMap<>();
        Map.of("due", due, "done", done, "opening", 80L, "new", 20L, "exits", 3L, "closing", 97L)
                .forEach((key, count) ->
                        figures.put(key, List.of(new Cell("350502000000", Map.of(), count, BigDecimal.ZERO))));
        List<ReportContent.Line> lines = new ArrayList<>();
        lines.add(new ReportContent.Line("due", Chapter.MECHANISM, Unit.FAMILIES, "due", null, List.of()));
        lines.add(new ReportContent.Line("done", Chapter.MECHANISM, Unit.FAMILIES, "done", "due", List.of()));
        return new Report(
                new ReportContent(
                        2026,
                        "泉州市",
                        "Quanzhou City",
                        LocalDate.of(2026, 12, 31),
                        List.of(),
                        lines,
                        figures,
                        List.of(),
                        new TreeMap<>()),
                true);
    }
}
