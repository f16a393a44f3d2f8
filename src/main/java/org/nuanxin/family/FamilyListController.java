package org.nuanxin.family;

import java.util.ArrayList;
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

/** The list of families, and the confirmation of many at once (存量确认). */
@Controller
class FamilyListController {

    private final FamilyList families;
    private final Lifecycle lifecycle;
    private final Regions regions;
    private final FamilyOptions options;
    private final BulkActs acts;

    FamilyListController(
            FamilyList families, Lifecycle lifecycle, Regions regions, FamilyOptions options, BulkActs acts) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.regions = regions;
        this.options = options;
        this.acts = acts;
    }

    /** A filter that is set, and the address of the list without it. */
    record Chip(String text, String remove) {}

    @GetMapping("/families")
    @CanSeeFamilies
    String list(
            @ModelAttribute("filter") FamilyFilter filter,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        List<Region> townships = townships(account);
        model.addAttribute("page", families.page(filter));
        model.addAttribute("counts", families.counts());
        model.addAttribute("columns", families.columns());
        model.addAttribute("townships", townships);
        model.addAttribute("chips", chips(filter, townships));
        model.addAttribute("may", May.of(account));
        model.addAttribute("acts", acts.of(account));
        model.addAttribute("many", FamilyList.MANY);
        return "family/family-list";
    }

    /** Shows which of the chosen can be confirmed, before anything is written. */
    @GetMapping("/families/confirm")
    @CanConfirmFamilies
    String choose(
            @RequestParam(defaultValue = "") List<Long> id,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("rows", families.byIds(id));
        model.addAttribute("own", lifecycle.registeredBy(account.id(), id));
        return "family/family-confirm";
    }

    @PostMapping("/families/confirm")
    @CanConfirmFamilies
    String confirm(@RequestParam(defaultValue = "") List<Long> id, RedirectAttributes flash) {
        Lifecycle.Outcome outcome = lifecycle.confirmAll(id);
        flash.addFlashAttribute(
                "notice",
                outcome.refusals().isEmpty() ? "family.notice.confirmed-all" : "family.notice.confirmed-some");
        flash.addFlashAttribute(
                "noticeArgs", List.of(outcome.done(), outcome.refusals().size()));
        return "redirect:/families";
    }

    private List<Chip> chips(FamilyFilter filter, List<Region> townships) {
        List<Chip> chips = new ArrayList<>();
        filter.active().forEach((name, value) -> {
            String text = switch (name) {
                case "q" -> "“" + value + "”";
                case "township" ->
                    townships.stream()
                            .filter(township -> township.path().equals(value))
                            .map(regions::name)
                            .findFirst()
                            .orElse(value);
                case "age" -> options.ages().getOrDefault(value, value);
                case "ability" -> options.abilityFilters().getOrDefault(value, value);
                case "origin" -> options.origins().getOrDefault(value, value);
                default -> options.statuses().getOrDefault(value, value);
            };
            chips.add(new Chip(options.label("filter", name) + text, filter.url(name)));
        });
        return chips;
    }

    private List<Region> townships(SignedInAccount account) {
        return account.regionPath() == null
                ? List.of()
                : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP);
    }
}
