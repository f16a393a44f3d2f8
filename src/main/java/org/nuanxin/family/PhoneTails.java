package org.nuanxin.family;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nuanxin.account.Scope;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.privacy.EncryptedText;
import org.nuanxin.region.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After a start: gives the numbers that were written before there was an index of their last digits one. */
@Component
class PhoneTails {

    /** No person: what a start makes up for has no author. */
    private static final long NOBODY = 0;

    private static final int CHUNK = 500;
    private static final Logger log = LoggerFactory.getLogger(PhoneTails.class);

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;
    private final BlindIndex index;
    private final EncryptedText encryption;
    private final Regions regions;

    PhoneTails(
            JdbcClient jdbc,
            JdbcTemplate rows,
            TransactionTemplate transaction,
            BlindIndex index,
            EncryptedText encryption,
            Regions regions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = transaction;
        this.index = index;
        this.encryption = encryption;
        this.regions = regions;
    }

    private record Tail(long id, byte[] index) {}

    private record Number(long id, String phone) {}

    @EventListener(ApplicationReadyEvent.class)
    void complete() {
        Scope.run(regions.city().path(), NOBODY, () -> {
            long last = 0;
            long done = 0;
            for (List<Number> chunk = missing(last); !chunk.isEmpty(); chunk = missing(last)) {
                last = chunk.get(chunk.size() - 1).id();
                done += write(chunk);
            }
            if (done > 0) {
                log.info("{} phone numbers can now be found by their last four digits", done);
            }
        });
    }

    private List<Number> missing(long after) {
        return jdbc.sql("""
                        select id, phone from person
                        where phone is not null and phone_tail_index is null and id > :after order by id limit :chunk""")
                .param("after", after)
                .param("chunk", CHUNK)
                .query((row, n) -> new Number(
                        row.getLong(1), Objects.requireNonNull(encryption.convertToEntityAttribute(row.getBytes(2)))))
                .list();
    }

    private int write(List<Number> chunk) {
        List<Tail> tails = chunk.stream()
                .flatMap(number -> Stream.ofNullable(PhoneTail.ofNumber(number.phone()))
                        .map(tail -> new Tail(number.id(), index.of(tail))))
                .toList();
        transaction.executeWithoutResult(status -> rows.batchUpdate(
                "update person set phone_tail_index = ? where id = ? and phone_tail_index is null",
                tails,
                CHUNK,
                (row, tail) -> {
                    row.setBytes(1, tail.index());
                    row.setLong(2, tail.id());
                }));
        return tails.size();
    }
}
