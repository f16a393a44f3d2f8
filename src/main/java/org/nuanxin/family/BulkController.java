package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Recusals recusals;

    BulkController(BulkActs acts, FamilyList families, Recusals recusals) {
        this.acts = acts;
        this.families = families;
        this.recusals = recusals;
    }

    /**
     * The act's page gets the ids in one parameter: an address of 500 ids still fits. What this account keeps away from
     * (回避) is left out.
     */
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
        Set<Long> recused = recusals.among(ids);
        return "redirect:" + wanted.path()
                + ids.stream()
                        .filter(family -> !recused.contains(family))
                        .limit(FamilyList.MANY)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", ids.isEmpty() ? "" : "?id=", ""));
    }
}
