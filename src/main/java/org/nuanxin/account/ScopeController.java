package org.nuanxin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanxin.common.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who holds several regions works in one at a time. */
@Controller
class ScopeController {

    private final Sessions sessions;

    ScopeController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Goes to the first page: the one at hand may not exist in the other region. */
    @PostMapping("/scope")
    @SignedIn
    String change(
            @RequestParam long grant,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean own = request.getAttribute(Standing.ATTRIBUTE) instanceof Standing standing
                && standing.grants().stream().anyMatch(one -> one.id() == grant);
        if (!own) {
            throw new NotFound();
        }
        sessions.renew(account.id(), grant, request, response);
        return "redirect:/";
    }
}
