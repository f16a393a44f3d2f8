package org.nuanxin.caregroup;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyHeads;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** Books a group's money: this year's allocation, an expense, a reversal. */
@Controller
@RequestMapping("/families/{family:\\d+}/care-group")
@CanLogVisits
class FundController {

    private final GroupLedger ledger;
    private final CareGroupReader reader;
    private final FamilyHeads families;
    private final MessageSource messages;
    private final Clock clock;

    FundController(
            GroupLedger ledger, CareGroupReader reader, FamilyHeads families, MessageSource messages, Clock clock) {
        this.ledger = ledger;
        this.reader = reader;
        this.families = families;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping("/allocations")
    String allocate(@PathVariable long family, @RequestParam UUID token, RedirectAttributes flash) {
        String purpose = messages.getMessage(
                "caregroup.allocation.purpose",
                new Object[] {String.valueOf(LocalDate.now(clock).getYear())},
                LocaleContextHolder.getLocale());
        ledger.allocate(family, token, purpose);
        flash.addFlashAttribute("notice", "caregroup.notice.allocated");
        return "redirect:/families/{family}/care-group";
    }

    @GetMapping("/expenses/new")
    String startExpense(@PathVariable long family, Model model) {
        ExpenseForm form = new ExpenseForm();
        form.setOn(LocalDate.now(clock));
        model.addAttribute("form", form);
        return expensePage(family, model);
    }

    @PostMapping("/expenses")
    ModelAndView spend(
            @PathVariable long family,
            @Valid @ModelAttribute("form") ExpenseForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        LocalDate on = form.getOn();
        if (on != null && on.isAfter(LocalDate.now(clock))) {
            errors.rejectValue("on", "caregroup.error.on-future");
        }
        if (!errors.hasErrors()) {
            try {
                ledger.spend(family, form.expense());
                flash.addFlashAttribute("notice", "caregroup.notice.spent");
                return new ModelAndView("redirect:/families/" + family + "/care-group");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(expensePage(family, model), SeatController.INVALID);
    }

    @GetMapping("/entries/{entry:\\d+}/reversal")
    String startReversal(@PathVariable long family, @PathVariable long entry, Model model) {
        model.addAttribute("form", new ReversalForm());
        return reversalPage(family, entry, model);
    }

    @PostMapping("/entries/{entry:\\d+}/reversal")
    ModelAndView reverse(
            @PathVariable long family,
            @PathVariable long entry,
            @Valid @ModelAttribute("form") ReversalForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                ledger.reverse(family, entry, form.getToken(), form.getReason());
                flash.addFlashAttribute("notice", "caregroup.notice.reversed");
                return new ModelAndView("redirect:/families/" + family + "/care-group");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(reversalPage(family, entry, model), SeatController.INVALID);
    }

    private String expensePage(long familyId, Model model) {
        model.addAttribute("family", families.read(familyId));
        model.addAttribute("group", reader.ofFamily(familyId).orElseThrow(NotFound::new));
        return "caregroup/expense-form";
    }

    private String reversalPage(long familyId, long entryId, Model model) {
        model.addAttribute("family", families.read(familyId));
        model.addAttribute("entry", ledger.entryOf(familyId, entryId));
        return "caregroup/entry-reversal";
    }
}
