package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the ticked rows, or from all that the filter finds, to the page of the act that was pressed. */
@Controller
class BulkController {

    private final BulkActs acts;
    private final FamilyList families;

    BulkController(BulkActs acts, FamilyList families) {
        this.acts = acts;
        this.families = families;
    }

    /** The act's page gets the ids in one parameter: an address of 500 ids still fits. */
    @GetMapping("/families/act")
    @CanSeeFamilies
    String go(
            @RequestParam String act,
            @RequestParam(defaultValue = "") List<Long> id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account) {
        BulkAct wanted = acts.of(account).stream()
                .filter(offered -> offered.path().equals(act))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<Long> ids = all ? families.ids(FamilyFilter.of(parameters)) : id;
        return "redirect:" + wanted.path()
                + ids.stream()
                        .limit(FamilyList.MANY)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", ids.isEmpty() ? "" : "?id=", ""));
    }
}
