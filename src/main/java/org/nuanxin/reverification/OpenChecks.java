package org.nuanxin.reverification;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the visit form would ask of a family now, by the keys of its answers. */
@Service
@Transactional(readOnly = true)
public class OpenChecks {

    private final CheckReader checks;

    OpenChecks(CheckReader checks) {
        this.checks = checks;
    }

    /** Keys of {@code checks[…]}; empty where nothing is open. */
    public List<String> keys(long familyId) {
        return checks.current(familyId).map(CheckReader.Item::open).orElse(List.of()).stream()
                .filter(check -> check.kind().asked())
                .map(check -> String.valueOf(check.id()))
                .toList();
    }
}
