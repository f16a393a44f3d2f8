package org.nuanxin.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AbsenceRepository extends Repository<Absence, Long> {

    Absence save(Absence absence);

    Optional<Absence> findByIdAndAccountId(long id, long accountId);

    List<Absence> findByStandInId(long standInId);

    List<Absence> findByAccountIdOrderByValidFromDescIdDesc(long accountId);
}
