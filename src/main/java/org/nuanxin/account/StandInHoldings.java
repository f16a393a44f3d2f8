package org.nuanxin.account;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Colleagues on leave whom somebody stands in for; whoever takes over stands in for them, but never for themselves. */
@Component
class StandInHoldings implements Holdings {

    private final JdbcClient jdbc;
    private final Clock clock;

    StandInHoldings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "account.holdings.stand-in";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public long count(long accountId) {
        return jdbc.sql("select count(*) from account_absence where stand_in_id = ? and valid_to > ?")
                .params(accountId, LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    @Override
    public long handOver(long accountId, long takerId, LocalDate from, String reason) {
        long count = count(accountId);
        jdbc.sql("""
                        with ended as (
                            update account_grant g
                            set valid_to = greatest(g.valid_from, :on), end_reason = :why, version = g.version + 1
                            where g.account_id = :from and g.absence_id is not null and g.valid_to > :on
                            returning g.region_path, g.absence_id, greatest(g.valid_from, :on) as since
                        ), moved as (
                            update account_absence s set stand_in_id = :to, version = s.version + 1
                            where s.stand_in_id = :from and s.valid_to > :on and s.account_id <> :to
                            returning s.id, s.valid_to
                        )
                        insert into account_grant (id, account_id, region_path, valid_from, valid_to, reason, absence_id)
                        select nextval('account_grant_seq'), :to, e.region_path, e.since, m.valid_to, :why, m.id
                        from ended e join moved m on m.id = e.absence_id where m.valid_to > e.since""")
                .param("on", from)
                .param("why", reason)
                .param("from", accountId)
                .param("to", takerId)
                .update();
        return count;
    }
}
