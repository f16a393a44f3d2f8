package org.nuanxin.family;

import java.util.List;
import org.nuanxin.account.CanConfirmFamilies;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class FamilyListController {

    private final FamilyList families;
    private final Lifecycle lifecycle;
    private final Regions regions;

    FamilyListController(FamilyList families, Lifecycle lifecycle, Regions regions) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.regions = regions;
    }

    @GetMapping("/families")
    @CanSeeFamilies
    String list(
            @ModelAttribute("filter") FamilyFilter filter,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("page", families.page(filter));
        model.addAttribute("columns", families.columns());
        model.addAttribute("townships", townships(account));
        return "family/family-list";
    }

    @PostMapping("/families/confirm")
    @CanConfirmFamilies
    String confirm(@RequestParam(defaultValue = "") List<Long> id, RedirectAttributes flash) {
        Lifecycle.Outcome outcome = lifecycle.confirmAll(id);
        flash.addFlashAttribute(
                "notice", outcome.refusals().isEmpty() ? "family.confirmed-all" : "family.confirmed-some");
        flash.addFlashAttribute(
                "noticeArgs", List.of(outcome.done(), outcome.refusals().size()));
        return "redirect:/families";
    }

    private List<Region> townships(SignedInAccount account) {
        return account.regionPath() == null
                ? List.of()
                : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP);
    }
}
