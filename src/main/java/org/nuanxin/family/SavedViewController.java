package org.nuanxin.family;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saved views of the family list: keep, rename, take away, open with. */
@Controller
@RequestMapping("/families/views")
@CanSeeFamilies
class SavedViewController {

    private static final String VIEW = "family/view-list";

    private final SavedViews views;
    private final FamilyChoices choices;

    SavedViewController(SavedViews views, FamilyChoices choices) {
        this.views = views;
        this.choices = choices;
    }

    /** The views there are, and the list at hand as one more. */
    @GetMapping
    String list(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAllAttributes(content(parameters, account));
        return VIEW;
    }

    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean share,
            @AuthenticationPrincipal SignedInAccount account,
            RedirectAttributes flash) {
        FamilyFilter filter = FamilyFilter.of(parameters);
        if (share && !mayShare(account)) {
            throw new AccessDeniedException("shares no views");
        }
        try {
            views.save(account, name, filter, share);
        } catch (Rejected refused) {
            return new ModelAndView(VIEW, content(parameters, account), HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refused", refused.key())
                    .addObject("name", name);
        }
        flash.addFlashAttribute("notice", "family.view.saved");
        return new ModelAndView("redirect:" + filter.url(null));
    }

    @PostMapping("/{id}/rename")
    String rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal SignedInAccount account) {
        views.rename(account, id, name);
        return "redirect:/families/views";
    }

    @PostMapping("/{id}/retire")
    String retire(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account) {
        views.retire(account, id);
        return "redirect:/families/views";
    }

    @PostMapping("/default")
    String open(@RequestParam(required = false) @Nullable Long id, @AuthenticationPrincipal SignedInAccount account) {
        views.open(account, id);
        return "redirect:/families/views";
    }

    private Map<String, Object> content(Map<String, String> parameters, SignedInAccount account) {
        FamilyFilter filter = FamilyFilter.of(parameters);
        return Map.of(
                "filter", filter,
                "chips", choices.chips(filter, choices.of(filter, account)),
                "views", views.of(account),
                "mayShare", mayShare(account));
    }

    private static boolean mayShare(SignedInAccount account) {
        return account.regionPath() != null && (account.has(Role.CASEWORKER) || account.has(Role.APPROVER));
    }
}
