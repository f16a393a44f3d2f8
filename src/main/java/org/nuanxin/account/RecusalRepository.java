package org.nuanxin.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RecusalRepository extends Repository<Recusal, Long> {

    Recusal saveAndFlush(Recusal recusal);

    Optional<Recusal> findByIdAndAccountId(long id, long accountId);

    List<Recusal> findByAccountIdOrderByValidFromDescIdDesc(long accountId);
}
