package org.nuanxin.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回避: people say whose file they keep away from; which family that is, only the database knows. */
@Service
@Transactional
class RecusalKeeping {

    private static final int TAIL = 4;

    private final RecusalRepository recusals;
    private final BlindIndex index;
    private final AccountTrail trail;
    private final Formats formats;

    RecusalKeeping(RecusalRepository recusals, BlindIndex index, AccountTrail trail, Formats formats) {
        this.recusals = recusals;
        this.index = index;
        this.trail = trail;
        this.formats = formats;
    }

    /** A declaration; {@code tail}: the last four characters of the number. */
    record Line(
            long id,
            Relation relation,
            String tail,
            LocalDate from,
            @Nullable LocalDate to,
            boolean over) {}

    @Transactional(readOnly = true)
    List<Line> of(long accountId) {
        return recusals.findByAccountIdOrderByValidFromDescIdDesc(accountId).stream()
                .map(one -> new Line(
                        one.id(),
                        one.relation(),
                        one.tail(),
                        one.validFrom(),
                        one.validTo(),
                        one.overBy(formats.today())))
                .toList();
    }

    /** From the next request on. Throws {@link Rejected} where the number is declared for one of these days already. */
    void declare(long accountId, Relation relation, CitizenId citizenId, DateRange days) {
        String number = citizenId.value();
        String tail = number.substring(number.length() - TAIL);
        try {
            recusals.saveAndFlush(new Recusal(accountId, relation, index.of(number), tail, days));
        } catch (DataIntegrityViolationException twice) {
            throw new Rejected("account.reject.recusal-twice");
        }
        trail.record(AccountAct.on(accountId, "account.recusal-declared")
                .changing("account.relation", null, relation)
                .changing("account.tail", null, tail)
                .changing("account.from", null, days.from())
                .changing("account.to", null, days.to()));
    }

    void end(long accountId, long recusalId) {
        Recusal recusal = recusals.findByIdAndAccountId(recusalId, accountId).orElseThrow(NotFound::new);
        recusal.end(formats.today());
        trail.record(AccountAct.on(accountId, "account.recusal-ended")
                .changing("account.relation", recusal.relation(), null)
                .changing("account.tail", recusal.tail(), null));
    }
}
