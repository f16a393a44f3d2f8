package org.nuanxin.account;

import jakarta.validation.Valid;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes the first system administrator; afterwards the page does not exist. */
@Controller
@RequestMapping("/set-up")
@Anyone
class SetUpController {

    private static final String VIEW = "account/set-up";

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping
    String form(Model model) {
        requireOpen();
        model.addAttribute("form", new SetUpForm());
        return VIEW;
    }

    @PostMapping
    ModelAndView make(@Valid @ModelAttribute("form") SetUpForm form, BindingResult errors) {
        requireOpen();
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                setUp.first(
                        new SetUp.First(form.getCode(), form.getUsername(), form.getDisplayName(), form.getWanted()));
                return new ModelAndView("redirect:/sign-in?made");
            } catch (Rejected refused) {
                errors.rejectValue(
                        refused.key().startsWith("account.error.code") ? "code" : "wanted",
                        refused.key(),
                        refused.arguments(),
                        null);
            }
        }
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void requireOpen() {
        if (!setUp.isOpen()) {
            throw new NotFound();
        }
    }
}
