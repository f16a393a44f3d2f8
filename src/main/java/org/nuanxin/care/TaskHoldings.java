package org.nuanxin.care;

import java.time.LocalDate;
import org.nuanxin.account.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks that somebody was asked to do; counted and handed over past the scope of who keeps accounts. */
@Component
class TaskHoldings implements Holdings {

    private final JdbcClient jdbc;

    TaskHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "care.holdings.tasks";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public long count(long accountId) {
        return jdbc.sql("select care_tasks_held(?)")
                .param(accountId)
                .query(Long.class)
                .single();
    }

    /** Tasks know no day to begin: they are the taker's at once. */
    @Override
    public long handOver(long accountId, long takerId, LocalDate from, String reason) {
        return jdbc.sql("select care_tasks_hand_over(?, ?, ?)")
                .params(accountId, takerId, reason)
                .query(Long.class)
                .single();
    }
}
