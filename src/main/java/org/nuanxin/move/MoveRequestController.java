package org.nuanxin.move;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanAnswerMoves;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
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

/** One request as this side sees it, with what answering it will do. */
@Controller
@RequestMapping("/moves/{id:\\d+}")
class MoveRequestController {

    private static final String VIEW = "move/move-page";

    private final Moves moves;
    private final MoveReader reader;
    private final MovePages pages;

    MoveRequestController(Moves moves, MoveReader reader, MovePages pages) {
        this.moves = moves;
        this.reader = reader;
        this.pages = pages;
    }

    @GetMapping
    @CanSeeFamilies
    String show(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        MoveRequest move = reader.find(id);
        Long family = move.familyId();
        model.addAttribute("move", move);
        model.addAttribute("places", pages.places(List.of(move)));
        model.addAttribute("lines", family == null || !move.open() ? List.of() : pages.foresee(move.changes(family)));
        boolean own = move.askedById() == account.id() && (move.takerAsked() || move.acrossCounties());
        model.addAttribute("own", own);
        model.addAttribute(
                "mayAnswer", move.mayAnswer() && !own && (account.has(Role.CASEWORKER) || account.has(Role.APPROVER)));
        model.addAttribute(
                "mayWithdraw", move.mayWithdraw() && (account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF)));
        model.addAttribute("paidFrom", move.acrossCounties() ? pages.paidFrom(move.effectiveOn()) : null);
        return VIEW;
    }

    @PostMapping("/accept")
    @CanAnswerMoves
    ModelAndView accept(
            @PathVariable long id,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            RedirectAttributes flash) {
        try {
            moves.accept(id);
        } catch (Rejected refused) {
            return refused(id, refused.key(), null, account, model);
        }
        flash.addFlashAttribute("notice", "move.notice.accepted");
        return new ModelAndView("redirect:/moves/" + id);
    }

    @PostMapping("/refuse")
    @CanAnswerMoves
    ModelAndView refuse(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            return refused(id, "move.error.refusal", reason, account, model);
        }
        try {
            moves.refuse(id, reason.strip());
        } catch (Rejected refused) {
            return refused(id, refused.key(), reason, account, model);
        }
        flash.addFlashAttribute("notice", "move.notice.refused");
        return new ModelAndView("redirect:/moves/" + id);
    }

    @PostMapping("/withdraw")
    @CanEditFamilies
    ModelAndView withdraw(
            @PathVariable long id,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            RedirectAttributes flash) {
        try {
            moves.withdraw(id);
        } catch (Rejected refused) {
            return refused(id, refused.key(), null, account, model);
        }
        flash.addFlashAttribute("notice", "move.notice.withdrawn");
        return new ModelAndView("redirect:/moves/" + id);
    }

    private ModelAndView refused(long id, String key, @Nullable String reason, SignedInAccount account, Model model) {
        model.addAttribute("refused", key);
        model.addAttribute("typed", reason);
        return new ModelAndView(show(id, account, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
