package org.nuanxin.reverification;

import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a list left the house. */
@Component
@Transactional
class Exports {

    private final Audit audit;

    Exports(Audit audit) {
        this.audit = audit;
    }

    void exported(Campaign campaign) {
        audit.record(Act.general("reverification.exported").because(campaign.occasion()));
    }
}
