package org.nuanxin.merge;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanReviewFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two files side by side, what their merge would do, the merge, and its undoing. */
@Controller
class MergeController {

    private static final String COMPARE = "merge/merge-form";

    private final Comparison comparison;
    private final Merges merges;

    MergeController(Comparison comparison, Merges merges) {
        this.comparison = comparison;
        this.merges = merges;
    }

    @GetMapping("/duplicates/{keep:\\d+}/{other:\\d+}")
    @CanReviewFamilies
    String compare(@PathVariable long keep, @PathVariable long other, Model model) {
        Comparison.Sides sides = sides(keep, other, model);
        MergeForm form = new MergeForm();
        sides.persons()
                .forEach(match -> form.getPersons().put(match.id(), match.likely() == null ? 0 : match.likely()));
        sides.children()
                .forEach(match -> form.getChildren().put(match.id(), match.likely() == null ? 0 : match.likely()));
        model.addAttribute("form", form);
        return COMPARE;
    }

    /** Shows what would happen; nothing is written. {@code back} returns to the form with everything that was chosen. */
    @PostMapping("/duplicates/{keep:\\d+}/{other:\\d+}/preview")
    @CanReviewFamilies
    ModelAndView preview(
            @PathVariable long keep,
            @PathVariable long other,
            @RequestParam(required = false) @Nullable String back,
            @Valid @ModelAttribute("form") MergeForm form,
            BindingResult errors,
            Model model) {
        sides(keep, other, model);
        if (back != null) {
            return new ModelAndView(COMPARE);
        }
        if (form.pairsTwice()) {
            errors.reject("merge.error.twice");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(COMPARE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            model.addAttribute("moved", merges.preview(form.wanted(keep, other)));
        } catch (Rejected refused) {
            errors.reject(refused.key());
            return new ModelAndView(COMPARE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("merge/merge-preview");
    }

    @PostMapping("/duplicates/{keep:\\d+}/{other:\\d+}/merge")
    @CanReviewFamilies
    ModelAndView merge(
            @PathVariable long keep,
            @PathVariable long other,
            @Valid @ModelAttribute("form") MergeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        try {
            if (!errors.hasErrors()) {
                merges.merge(form.wanted(keep, other));
                flash.addFlashAttribute("notice", "merge.notice.merged");
                return new ModelAndView("redirect:/families/" + keep);
            }
        } catch (Rejected refused) {
            errors.reject(refused.key());
        }
        sides(keep, other, model);
        return new ModelAndView(COMPARE, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A merge as it is on record, with the way to undo it. */
    @GetMapping("/merges/{merge:\\d+}")
    @CanSeeFamilies
    String record(@PathVariable long merge, Model model) {
        Merges.Done done = merges.find(merge).orElseThrow(NotFound::new);
        model.addAttribute("done", done);
        model.addAttribute("family", comparison.head(done.familyId()));
        return "merge/merge-page";
    }

    @PostMapping("/merges/{merge:\\d+}/undo")
    @CanReviewFamilies
    ModelAndView undo(
            @PathVariable long merge,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            return refused(merge, "merge.error.undo-reason", reason, model);
        }
        long leftAlone;
        try {
            leftAlone = merges.undo(merge, reason.strip());
        } catch (Rejected refused) {
            return refused(merge, refused.key(), reason, model);
        }
        flash.addFlashAttribute("notice", leftAlone == 0 ? "merge.notice.undone" : "merge.notice.undone-but");
        flash.addFlashAttribute("noticeArgs", List.of(leftAlone));
        return new ModelAndView("redirect:/merges/" + merge);
    }

    private ModelAndView refused(long merge, String key, @Nullable String reason, Model model) {
        model.addAttribute("refused", key);
        model.addAttribute("reason", reason);
        return new ModelAndView(record(merge, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Comparison.Sides sides(long keep, long other, Model model) {
        if (keep == other) {
            throw new NotFound();
        }
        Comparison.Sides sides = comparison.of(keep, other);
        model.addAttribute("sides", sides);
        model.addAttribute("family", sides.keep());
        return sides;
    }
}
