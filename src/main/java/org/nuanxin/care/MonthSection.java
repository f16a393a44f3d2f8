package org.nuanxin.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The month at a look: visits day by day, done and agreed. */
@Component
@Transactional(readOnly = true)
class MonthSection implements WorklistSection {

    private final JdbcClient jdbc;
    private final Formats formats;
    private final Words words;

    MonthSection(JdbcClient jdbc, Formats formats, Words words) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.words = words;
    }

    @Override
    public Column column() {
        return Column.TOP;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER, Role.POLICY_ADMIN);
    }

    @Override
    public String template() {
        return "care/worklist-strips :: month";
    }

    @Override
    public Shown content(SignedInAccount account) {
        YearMonth month = YearMonth.from(formats.today());
        Map<LocalDate, Long> done = byDay(
                "select v.on_date, count(*) from visit v where v.met and v.on_date between :from and :to group by 1",
                month);
        Map<LocalDate, Long> planned = byDay(
                "select t.planned_on, count(*) from care_task t where t.status = 'OPEN'"
                        + " and t.planned_on between :from and :to group by 1",
                month);
        return new Shown(MonthChart.of(month, done, planned, formats, words), List.of(), 0);
    }

    private Map<LocalDate, Long> byDay(String sql, YearMonth month) {
        return jdbc
                .sql(sql)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query((row, n) -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
