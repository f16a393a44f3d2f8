package org.nuanxin.intake;

import java.util.List;
import org.nuanxin.account.CanReviewFamilies;
import org.nuanxin.family.FamilyList;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.StepGuard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The township's review of many at once. */
@Controller
@RequestMapping("/families/review")
@CanReviewFamilies
class ReviewController {

    private final FamilyList families;
    private final Lifecycle lifecycle;
    private final Papers papers;

    ReviewController(FamilyList families, Lifecycle lifecycle, Papers papers) {
        this.families = families;
        this.lifecycle = lifecycle;
        this.papers = papers;
    }

    /** Which of the chosen can be reviewed, and what their papers lack, before anything is written. */
    @GetMapping
    String choose(@RequestParam(defaultValue = "") List<Long> id, Model model) {
        model.addAttribute("rows", families.byIds(id));
        model.addAttribute("refusals", lifecycle.refusals(StepGuard.Step.REVIEW, id));
        model.addAttribute("missing", papers.missing(id));
        return "intake/review-many";
    }

    @PostMapping
    String review(@RequestParam(defaultValue = "") List<Long> id, RedirectAttributes flash) {
        Lifecycle.Outcome outcome = lifecycle.reviewAll(id);
        flash.addFlashAttribute("notice", outcome.refusals().isEmpty() ? "intake.review.done" : "intake.review.some");
        flash.addFlashAttribute(
                "noticeArgs", List.of(outcome.done(), outcome.refusals().size()));
        return "redirect:/families?status=REGISTERED";
    }
}
