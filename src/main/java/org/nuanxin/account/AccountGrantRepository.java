package org.nuanxin.account;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountGrantRepository extends Repository<AccountGrant, Long> {

    AccountGrant save(AccountGrant grant);

    @Query("""
            select g from AccountGrant g
            where g.accountId = :account and g.validFrom <= :day and (g.validTo is null or g.validTo > :day)
            order by g.id""")
    List<AccountGrant> inForce(long account, LocalDate day);
}
