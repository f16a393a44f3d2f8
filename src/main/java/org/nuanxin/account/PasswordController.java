package org.nuanxin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own password; who signed in with a password that somebody else knows comes here first. */
@Controller
@RequestMapping("/me/password")
@SignedIn
class PasswordController {

    private static final String VIEW = "account/password-form";

    private final AccountKeeping accounts;
    private final Sessions sessions;

    PasswordController(AccountKeeping accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("form", new PasswordForm());
        return page(request, model);
    }

    @PostMapping
    ModelAndView change(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                accounts.changePassword(account.id(), form.getCurrent(), form.getWanted());
                sessions.renew(account.id(), account.grantId(), request, response);
                flash.addFlashAttribute("notice", "account.notice.password");
                return new ModelAndView("redirect:/");
            } catch (Rejected refused) {
                errors.rejectValue(
                        refused.key().equals("account.error.password-current") ? "current" : "wanted",
                        refused.key(),
                        refused.arguments(),
                        null);
            }
        }
        return new ModelAndView(page(request, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String page(HttpServletRequest request, Model model) {
        model.addAttribute(
                "must",
                request.getAttribute(Standing.ATTRIBUTE) instanceof Standing standing && standing.mustChangePassword());
        return VIEW;
    }
}
