package org.nuanxin.move;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.WordGuard;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hand-over letter: written by the old visitor, read by the new one. */
@Controller
@RequestMapping("/families/{id:\\d+}/handover")
@CanLogVisits
class HandoverController {

    private static final String VIEW = "move/handover-page";

    private final Letters letters;
    private final LetterPrefill prefill;
    private final FamilyHeads heads;

    HandoverController(Letters letters, LetterPrefill prefill, FamilyHeads heads) {
        this.letters = letters;
        this.prefill = prefill;
        this.heads = heads;
    }

    @ModelAttribute
    void page(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        model.addAttribute("family", heads.read(id));
        Letters.Letter letter = letters.find(id).orElse(null);
        model.addAttribute("letter", letter);
        model.addAttribute("mine", letter == null || letter.writtenById() == account.id());
    }

    @GetMapping
    String show(
            @PathVariable long id, @ModelAttribute(name = "family", binding = false) FamilyHead family, Model model) {
        Letters.@Nullable Letter letter = (Letters.Letter) model.getAttribute("letter");
        if (letter != null) {
            letters.viewed(id);
        }
        HandoverForm form = new HandoverForm();
        form.setContent(letter == null ? prefill.of(family) : letter.content());
        model.addAttribute("form", form);
        return VIEW;
    }

    @PostMapping
    ModelAndView write(
            @PathVariable long id,
            @Valid @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String anyway,
            Model model,
            RedirectAttributes flash) {
        List<String> words = WordGuard.found(form.getContent());
        if (!words.isEmpty() && anyway == null) {
            model.addAttribute("words", words);
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!errors.hasErrors()) {
            try {
                letters.write(
                        id,
                        form.getClientId(),
                        Objects.requireNonNull(form.getContent()).strip());
                flash.addFlashAttribute("notice", "move.notice.letter");
                return new ModelAndView("redirect:/families/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key());
            }
        }
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/read")
    String acknowledge(@PathVariable long id, RedirectAttributes flash) {
        letters.acknowledge(id);
        flash.addFlashAttribute("notice", "move.notice.letter-read");
        return "redirect:/families/" + id;
    }
}
