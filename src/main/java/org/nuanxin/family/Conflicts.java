package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.StaleVersion.Difference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of two versions side by side, with a way back to the form that still holds everything typed. */
@Component
class Conflicts {

    private static final Set<String> OWN = Set.of("version", "_csrf", "reload");

    private final Audit audit;

    Conflicts(Audit audit) {
        this.audit = audit;
    }

    /**
     * Shows the differences (409).
     *
     * @param version the one stored now: the form goes on from there
     */
    ModelAndView show(HttpServletRequest request, long familyId, int version, List<Difference> differences) {
        Map<String, String[]> typed = new TreeMap<>(request.getParameterMap());
        typed.keySet().removeAll(OWN);
        ModelAndView page = new ModelAndView("family/family-conflict", HttpStatus.CONFLICT);
        page.addObject("differences", differences);
        page.addObject("typed", typed);
        page.addObject("version", version);
        page.addObject("address", request.getRequestURI());
        page.addObject(
                "last",
                audit.ofFamily(familyId, Audit.Which.CHANGED, Long.MAX_VALUE, 1).stream()
                        .findFirst()
                        .orElse(null));
        return page;
    }
}
