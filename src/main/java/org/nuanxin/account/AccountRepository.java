package org.nuanxin.account;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Optional<Account> findByUsername(String username);

    Optional<Account> findById(long id);

    Account save(Account account);

    Account saveAndFlush(Account account);

    long count();
}
