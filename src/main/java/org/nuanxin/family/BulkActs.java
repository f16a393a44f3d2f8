package org.nuanxin.family;

import java.util.Comparator;
import java.util.List;
import org.nuanxin.account.SignedInAccount;
import org.springframework.stereotype.Component;

/** What an account can do with the families it ticks. */
@Component
class BulkActs {

    private final List<BulkAct> acts;

    BulkActs(List<BulkAct> acts) {
        this.acts =
                acts.stream().sorted(Comparator.comparingInt(BulkAct::order)).toList();
    }

    List<BulkAct> of(SignedInAccount account) {
        return acts.stream()
                .filter(act -> act.roles().stream().anyMatch(account::has))
                .toList();
    }
}
