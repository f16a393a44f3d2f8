package org.nuanxin.account;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What needs no more than a reason: disable, enable, a new password, the end of a region or of an absence. */
@Controller
@RequestMapping("/admin/accounts/{id:\\d+}")
@CanKeepAccounts
class AccountActController {

    private static final String VIEW = "account/reason-form";

    private final AccountKeeping accounts;
    private final GrantKeeping grants;
    private final Absences absences;
    private final AccountReading reading;
    private final Formats formats;

    AccountActController(
            AccountKeeping accounts, GrantKeeping grants, Absences absences, AccountReading reading, Formats formats) {
        this.accounts = accounts;
        this.grants = grants;
        this.absences = absences;
        this.reading = reading;
        this.formats = formats;
    }

    @GetMapping("/{verb:disable|enable|password}")
    String start(@PathVariable long id, @PathVariable String verb, Model model) {
        model.addAttribute("form", new ReasonForm());
        return page(id, verb, null, model);
    }

    /** A new password is the answer itself, without a redirect: it is stored nowhere in plain text. */
    @PostMapping("/{verb:disable|enable|password}")
    ModelAndView act(
            @PathVariable long id,
            @PathVariable String verb,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                switch (verb) {
                    case "disable" -> accounts.disable(id, form.getReason());
                    case "enable" -> accounts.enable(id, form.getReason());
                    default -> {
                        model.addAttribute("password", accounts.resetPassword(id, form.getReason()));
                        model.addAttribute("account", reading.detail(id));
                        return new ModelAndView("account/password-once");
                    }
                }
                flash.addFlashAttribute(
                        "notice", verb.equals("enable") ? "account.notice.enabled" : "account.notice.disabled");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(page(id, verb, null, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{what:grants|absences}/{line:\\d+}/end")
    String startEnd(@PathVariable long id, @PathVariable String what, @PathVariable long line, Model model) {
        ReasonForm form = new ReasonForm();
        form.setOn(formats.today());
        model.addAttribute("form", form);
        return page(id, "end-" + what, line, model);
    }

    @PostMapping("/{what:grants|absences}/{line:\\d+}/end")
    ModelAndView end(
            @PathVariable long id,
            @PathVariable String what,
            @PathVariable long line,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        LocalDate on = form.getOn();
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "account.error.on");
        }
        if (!errors.hasErrors() && on != null) {
            try {
                if (what.equals("grants")) {
                    grants.end(id, line, on, form.getReason());
                } else {
                    absences.end(id, line, on, form.getReason());
                }
                flash.addFlashAttribute("notice", "account.notice.ended");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(page(id, "end-" + what, line, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(long id, String verb, @Nullable Long line, Model model) {
        model.addAttribute("account", reading.detail(id));
        model.addAttribute("verb", verb);
        model.addAttribute(
                "action",
                line == null
                        ? "/admin/accounts/" + id + "/" + verb
                        : "/admin/accounts/" + id + "/" + verb.substring("end-".length()) + "/" + line + "/end");
        if (line != null && verb.equals("end-grants")) {
            model.addAttribute("grant", reading.grant(id, line));
        }
        return VIEW;
    }
}
