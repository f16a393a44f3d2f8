package org.nuanxin.caregroup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** All Care Groups an account may see, and the families that have none yet. */
@Controller
class CareGroupListController {

    private final CareGroupList groups;
    private final CareGroupExport export;
    private final Regions regions;
    private final Clock clock;

    CareGroupListController(CareGroupList groups, CareGroupExport export, Regions regions, Clock clock) {
        this.groups = groups;
        this.export = export;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/care-groups")
    @CanSeeFamilies
    String list(
            @ModelAttribute("filter") CareGroupFilter filter,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("page", groups.page(filter));
        model.addAttribute("counts", groups.counts());
        model.addAttribute("states", List.of(CareGroupFilter.State.values()));
        model.addAttribute("townships", townships(account));
        return "caregroup/group-list";
    }

    @GetMapping("/care-groups.xlsx")
    @CanSeeFamilies
    void export(@ModelAttribute("filter") CareGroupFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"care-groups-" + LocalDate.now(clock) + ".xlsx\"");
        export.write(filter, response.getOutputStream());
    }

    private List<Region> townships(SignedInAccount account) {
        return account.regionPath() == null
                ? List.of()
                : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP);
    }
}
