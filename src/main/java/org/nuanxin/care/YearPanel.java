package org.nuanxin.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 十二个月的来往: a square a visit at home, a ring any other contact, a dotted square what is agreed. */
@Component
class YearPanel implements FamilyPanel {

    private static final int SHOWN = 4;

    private final JdbcClient jdbc;
    private final Formats formats;

    YearPanel(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    /** A mark of the chart: home, other or planned. */
    record Mark(String kind, String x, String y, String middle, String centre) {}

    /** A month: figures for the table, marks for the picture (at most four; the table has them all). */
    record Month(
            LocalDate first,
            long home,
            long other,
            long planned,
            boolean now,
            String label,
            String x,
            List<Mark> marks) {}

    record Year(
            List<Month> months,
            long home,
            long other,
            long planned,
            @Nullable LocalDate lastMet) {}

    private record Counted(LocalDate month, long home, long other, long planned) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "care/family-panels :: year";
    }

    @Override
    @Transactional(readOnly = true)
    public Object content(FamilyHead family, Map<String, String> parameters) {
        YearMonth now = YearMonth.from(formats.today());
        Map<LocalDate, Counted> counted = jdbc
                .sql("""
                        select month, sum(home), sum(other), sum(planned) from (
                            select date_trunc('month', v.on_date)::date as month, (v.channel = 'HOME')::int as home,
                                   (v.channel <> 'HOME')::int as other, 0 as planned
                            from visit v where v.family_id = :family and v.on_date >= :from and (v.met or v.channel in ('PARCEL', 'RELATIVE', 'NEIGHBOUR'))
                            union all
                            select date_trunc('month', t.planned_on)::date, 0, 0, 1 from care_task t
                            where t.family_id = :family and t.status = 'OPEN' and t.planned_on between :today and :to) c
                        group by month""")
                .param("family", family.id())
                .param("from", now.minusMonths(11).atDay(1))
                .param("today", formats.today())
                .param("to", now.atEndOfMonth())
                .query((row, n) ->
                        new Counted(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::month, Function.identity()));
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LocalDate first = now.minusMonths(11L - i).atDay(1);
            Counted count = counted.getOrDefault(first, new Counted(first, 0, 0, 0));
            double middle = 13.5 + 27 * i;
            months.add(new Month(
                    first,
                    count.home(),
                    count.other(),
                    count.planned(),
                    i == 11,
                    formats.english()
                            ? String.valueOf(first.getMonthValue())
                            : first.getMonthValue() + (i == 0 || i == 11 || first.getMonthValue() == 1 ? "月" : ""),
                    String.valueOf(middle),
                    marks(count, middle)));
        }
        LocalDate last = jdbc.sql("select max(v.on_date) from visit v where v.family_id = :family and v.met")
                .param("family", family.id())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        return new Year(
                months,
                months.stream().mapToLong(Month::home).sum(),
                months.stream().mapToLong(Month::other).sum(),
                months.stream().mapToLong(Month::planned).sum(),
                last);
    }

    private static List<Mark> marks(Counted count, double middle) {
        List<Mark> marks = new ArrayList<>();
        add(marks, "home", count.home(), middle);
        add(marks, "other", count.other(), middle);
        add(marks, "planned", count.planned(), middle);
        return marks;
    }

    private static void add(List<Mark> marks, String kind, long number, double middle) {
        for (long i = 0; i < number && marks.size() < SHOWN; i++) {
            double y = 42 - 14 * marks.size();
            marks.add(new Mark(
                    kind,
                    String.valueOf(middle - 6),
                    String.valueOf(y),
                    String.valueOf(middle),
                    String.valueOf(y + 6)));
        }
    }
}
