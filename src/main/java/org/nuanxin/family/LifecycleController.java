package org.nuanxin.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanConfirmFamilies;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanReviewFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a file: a page says what happens, then the step is taken. */
@Controller
@RequestMapping("/families/{id:\\d+}/steps")
class LifecycleController {

    private static final String VIEW = "family/step-form";

    private final Lifecycle lifecycle;
    private final FamilyHeads heads;
    private final List<Mendable> mendables;

    LifecycleController(Lifecycle lifecycle, FamilyHeads heads, List<Mendable> mendables) {
        this.lifecycle = lifecycle;
        this.mendables = mendables;
        this.heads = heads;
    }

    @ModelAttribute
    void page(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        FamilyHead family = heads.read(id);
        model.addAttribute("family", family);
        model.addAttribute("own", FamilyStep.CONFIRM.needsOtherEyes(family, account));
        Map<String, String> items = new LinkedHashMap<>();
        mendables.forEach(mendable -> items.putAll(mendable.items(id)));
        model.addAttribute("items", items);
    }

    @GetMapping("/{step:review|confirm|return|resubmit}")
    @CanSeeFamilies
    String explain(
            @PathVariable String step,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        if (FamilyStep.offered(family, account).stream()
                .noneMatch(offered -> offered.path().equals(step))) {
            throw new NotFound();
        }
        model.addAttribute("step", step);
        if (step.equals("review") || step.equals("confirm")) {
            StepGuard.Step guarded = StepGuard.Step.valueOf(step.toUpperCase(Locale.ROOT));
            model.addAttribute("missing", lifecycle.missing(guarded, family.id()));
            model.addAttribute(
                    "blocked", lifecycle.refusals(guarded, List.of(family.id())).get(family.id()));
        }
        return VIEW;
    }

    @PostMapping("/review")
    @CanReviewFamilies
    ModelAndView review(@PathVariable long id, RedirectAttributes flash) {
        return take("review", id, () -> lifecycle.review(id), flash);
    }

    @PostMapping("/confirm")
    @CanConfirmFamilies
    ModelAndView confirm(@PathVariable long id, RedirectAttributes flash) {
        return take("confirm", id, () -> lifecycle.confirm(id), flash);
    }

    @PostMapping("/return")
    @CanReviewFamilies
    ModelAndView sendBack(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") List<String> item,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            return refused("return", "family.error.reason", List.of())
                    .addObject("reason", reason)
                    .addObject("chosen", item);
        }
        return take("return", id, () -> lifecycle.returnForCorrection(id, reason, item), flash);
    }

    @PostMapping("/resubmit")
    @CanEditFamilies
    ModelAndView resubmit(@PathVariable long id, RedirectAttributes flash) {
        return take("resubmit", id, () -> lifecycle.resubmit(id), flash);
    }

    private static ModelAndView take(String step, long id, Runnable act, RedirectAttributes flash) {
        try {
            act.run();
        } catch (Rejected refused) {
            return refused(step, refused.key(), List.of(refused.arguments()));
        }
        flash.addFlashAttribute("notice", "family.notice." + step);
        return new ModelAndView("redirect:/families/" + id);
    }

    private static ModelAndView refused(String step, String key, List<Object> arguments) {
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("step", step)
                .addObject("refused", key)
                .addObject("refusedArguments", arguments);
    }
}
