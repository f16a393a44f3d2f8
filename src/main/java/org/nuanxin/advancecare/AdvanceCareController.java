package org.nuanxin.advancecare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanSeeAdvanceCare;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 托付卡: a family's cards, the form of one person, and the small card for the hospital. */
@Controller
@RequestMapping("/families/{family:\\d+}/advance-care")
@CanSeeAdvanceCare
class AdvanceCareController {

    private static final String FORM = "advancecare/card-form";

    private final AdvanceCards cards;
    private final CardCheck check;
    private final FamilyHeads heads;
    private final Clock clock;

    AdvanceCareController(AdvanceCards cards, CardCheck check, FamilyHeads heads, Clock clock) {
        this.cards = cards;
        this.check = check;
        this.heads = heads;
        this.clock = clock;
    }

    @InitBinder
    void blankIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ModelAttribute
    void page(@PathVariable long family, Model model) {
        model.addAttribute("family", heads.read(family));
    }

    @GetMapping
    @CanSeeAdvanceCare
    String all(
            @PathVariable long family,
            @ModelAttribute(name = "family", binding = false) FamilyHead head,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("people", CardView.of(head, cards.ofFamily(family), cards.revisions(family)));
        model.addAttribute("mayEdit", account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
        model.addAttribute("clientId", UUID.randomUUID());
        return "advancecare/card-page";
    }

    @GetMapping("/{person:\\d+}")
    @CanEditFamilies
    String form(
            @PathVariable long family,
            @PathVariable long person,
            @ModelAttribute(name = "family", binding = false) FamilyHead head,
            Model model) {
        CardForm form = cards.of(family, person).map(CardForm::of).orElseGet(CardForm::new);
        form.setTalkedOn(LocalDate.now(clock));
        model.addAttribute("form", form);
        model.addAttribute("person", member(head, person));
        return FORM;
    }

    @PostMapping("/{person:\\d+}")
    @CanEditFamilies
    ModelAndView save(
            @PathVariable long family,
            @PathVariable long person,
            @ModelAttribute(name = "family", binding = false) FamilyHead head,
            @ModelAttribute("form") CardForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        FamilyHead.Member member = member(head, person);
        check.check(form, errors);
        StoredCard.Stance stance = form.getStance();
        LocalDate talkedOn = form.getTalkedOn();
        String source = form.getSource();
        if (errors.hasErrors() || stance == null || talkedOn == null || source == null) {
            return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT).addObject("person", member);
        }
        try {
            cards.save(
                    family,
                    person,
                    form.getVersion(),
                    new AdvanceCards.Told(
                            form.getClientId(), stance, form.card(), talkedOn, source, form.getReviewOn()));
        } catch (AdvanceCards.Stale stale) {
            throw new StaleVersion(
                    "/families/" + family + "/advance-care/" + person,
                    differences(cards.of(family, person).orElseThrow(NotFound::new), stance, form.card()));
        }
        flash.addFlashAttribute("notice", "advancecare.notice." + stance);
        flash.addFlashAttribute("noticeArgs", List.of(member.name()));
        return new ModelAndView("redirect:/families/" + family + "/advance-care");
    }

    @PostMapping("/{person:\\d+}/reviewed")
    @CanEditFamilies
    String reviewed(
            @PathVariable long family,
            @PathVariable long person,
            @RequestParam int version,
            @RequestParam UUID clientId,
            @ModelAttribute(name = "family", binding = false) FamilyHead head,
            RedirectAttributes flash) {
        FamilyHead.Member member = member(head, person);
        try {
            cards.confirm(family, person, version, clientId, check.stillSo());
        } catch (AdvanceCards.Stale stale) {
            throw new StaleVersion("/families/" + family + "/advance-care", List.of());
        }
        flash.addFlashAttribute("notice", "advancecare.notice.reviewed");
        flash.addFlashAttribute("noticeArgs", List.of(member.name()));
        return "redirect:/families/" + family + "/advance-care";
    }

    /** With full numbers, so never at an address one can come back to; each time is recorded. */
    @PostMapping("/{person:\\d+}/card")
    @CanSeeAdvanceCare
    String card(
            @PathVariable long family,
            @PathVariable long person,
            @ModelAttribute(name = "family", binding = false) FamilyHead head,
            Model model) {
        model.addAttribute("person", member(head, person));
        model.addAttribute("stored", cards.takeOut(family, person));
        return "advancecare/card-print";
    }

    private static FamilyHead.Member member(FamilyHead head, long person) {
        return head.members().stream()
                .filter(member -> member.id() == person && member.diedOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<StaleVersion.Difference> differences(StoredCard theirs, StoredCard.Stance stance, Card yours) {
        return CardChanges.between(theirs.stance(), theirs.card(), stance, yours).stream()
                .map(change -> new StaleVersion.Difference(
                        change.field(),
                        Objects.requireNonNullElse(change.before(), ""),
                        Objects.requireNonNullElse(change.after(), "")))
                .toList();
    }
}
