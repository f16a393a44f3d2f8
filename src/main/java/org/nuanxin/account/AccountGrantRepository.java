package org.nuanxin.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountGrantRepository extends Repository<AccountGrant, Long> {

    AccountGrant save(AccountGrant grant);

    AccountGrant saveAndFlush(AccountGrant grant);

    void flush();

    Optional<AccountGrant> findByIdAndAccountId(long id, long accountId);

    List<AccountGrant> findByAccountIdOrderByValidFromDescIdDesc(long accountId);

    List<AccountGrant> findByAbsenceId(long absenceId);

    @Query("""
            select g from AccountGrant g
            where g.accountId = :account and g.validFrom <= :day and (g.validTo is null or g.validTo > :day)
            order by g.id""")
    List<AccountGrant> inForce(long account, LocalDate day);
}
