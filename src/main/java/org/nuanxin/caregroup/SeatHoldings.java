package org.nuanxin.caregroup;

import java.time.Clock;
import java.time.LocalDate;
import org.nuanxin.account.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seats held with an account; counted and handed over past the scope of who keeps accounts. */
@Component
class SeatHoldings implements Holdings {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatHoldings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "caregroup.holdings.seats";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public long count(long accountId) {
        return jdbc.sql("select group_seats_held(?, ?)")
                .params(accountId, LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    @Override
    public long handOver(long accountId, long takerId, LocalDate from, String reason) {
        return jdbc.sql("select group_seats_hand_over(?, ?, ?, ?)")
                .params(accountId, takerId, from, reason)
                .query(Long.class)
                .single();
    }
}
