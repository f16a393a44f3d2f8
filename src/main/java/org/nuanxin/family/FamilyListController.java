package org.nuanxin.family;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanConfirmFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of families, and the confirmation of many at once (存量确认). */
@Controller
class FamilyListController {

    private final FamilyList families;
    private final Lifecycle lifecycle;
    private final FamilyChoices choices;
    private final FamilyColumns columns;
    private final SavedViews views;
    private final RecentFamilies recent;
    private final BulkActs acts;

    FamilyListController(
            FamilyList families,
            Lifecycle lifecycle,
            FamilyChoices choices,
            FamilyColumns columns,
            SavedViews views,
            RecentFamilies recent,
            BulkActs acts) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.choices = choices;
        this.columns = columns;
        this.views = views;
        this.recent = recent;
        this.acts = acts;
    }

    /** A column in the chooser: whether it is shown, and where. */
    record Pick(FamilyColumns.Column column, boolean shown, int place) {}

    @GetMapping("/families")
    @CanSeeFamilies
    String list(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        List<SavedViews.View> mine = views.of(account);
        if (parameters.isEmpty()) {
            for (SavedViews.View view : mine) {
                if (view.standard()) {
                    return "redirect:" + view.url();
                }
            }
        }
        FamilyFilter filter = FamilyFilter.of(parameters);
        List<FamilyChoices.Choice> offered = choices.of(filter, account);
        model.addAttribute("filter", filter);
        model.addAttribute("page", families.page(filter));
        model.addAttribute("counts", families.counts());
        model.addAttribute("columns", columns.of(filter));
        model.addAttribute("picks", picks(filter));
        model.addAttribute("choices", offered);
        model.addAttribute("chips", choices.chips(filter, offered));
        model.addAttribute("views", mine);
        model.addAttribute("query", filter.query());
        model.addAttribute("recent", recent.mine());
        model.addAttribute("may", May.of(account));
        model.addAttribute("acts", acts.of(account));
        model.addAttribute("many", FamilyList.MANY);
        return "family/family-list";
    }

    /** The chosen columns in their places, as an address of the list. */
    @GetMapping("/families/columns")
    @CanSeeFamilies
    String columns(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "") List<String> column) {
        Map<String, String> kept = new HashMap<>(parameters);
        kept.put(
                "cols",
                column.stream()
                        .sorted(Comparator.comparingInt(key -> place(parameters.get("place." + key))))
                        .collect(Collectors.joining(",")));
        return "redirect:" + FamilyFilter.of(kept).url(null);
    }

    /** Files opened lately, for the search box. */
    @GetMapping("/families/recent")
    @CanSeeFamilies
    String recent(Model model) {
        model.addAttribute("recent", recent.mine());
        return "family/recent :: options";
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
        model.addAttribute("refusals", lifecycle.refusals(StepGuard.Step.CONFIRM, id));
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

    private List<Pick> picks(FamilyFilter filter) {
        List<FamilyColumns.Column> chosen = columns.of(filter);
        return columns.all().stream()
                .map(column -> {
                    int at = chosen.indexOf(column);
                    return new Pick(column, at >= 0, at < 0 ? chosen.size() + 1 : at + 1);
                })
                .toList();
    }

    private static int place(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 99;
    }
}
