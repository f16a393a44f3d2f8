package org.nuanxin.account;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: its page, a new one, name, department and roles. */
@Controller
@RequestMapping("/admin/accounts")
@CanKeepAccounts
class AccountController {

    private static final String NEW = "account/account-new";
    private static final String EDIT = "account/account-edit";

    private final AccountKeeping accounts;
    private final AccountReading reading;
    private final AccountOptions options;
    private final Formats formats;

    AccountController(AccountKeeping accounts, AccountReading reading, AccountOptions options, Formats formats) {
        this.accounts = accounts;
        this.reading = reading;
        this.options = options;
        this.formats = formats;
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("account", reading.detail(id));
        model.addAttribute("grants", reading.grants(id));
        model.addAttribute("absences", reading.absences(id));
        model.addAttribute("history", reading.history(id, before));
        return "account/account-page";
    }

    /** The villages of a chosen township: a fragment for htmx. */
    @GetMapping("/villages")
    String villages(@RequestParam(defaultValue = "") String region, Model model) {
        model.addAttribute("villages", options.villages(region));
        model.addAttribute("picked", "");
        return "account/parts :: villages";
    }

    @GetMapping("/new")
    String start(Model model) {
        NewAccountForm form = new NewAccountForm();
        form.setFrom(formats.today());
        model.addAttribute("form", form);
        return NEW;
    }

    @PostMapping(value = "/new", params = "reload")
    String reload(@ModelAttribute("form") NewAccountForm form) {
        return NEW;
    }

    /** Answers with the password itself, without a redirect: it is stored nowhere in plain text. */
    @PostMapping("/new")
    ModelAndView create(@Valid @ModelAttribute("form") NewAccountForm form, BindingResult errors, Model model) {
        form.check(errors);
        form.checkRoles(errors);
        if (!errors.hasErrors()) {
            try {
                AccountKeeping.Made made = accounts.create(new AccountKeeping.Wanted(
                        form.getUsername(),
                        form.getDisplayName(),
                        Objects.requireNonNull(form.getDepartment()),
                        form.getRoles(),
                        form.path(),
                        form.days(),
                        form.getReason()));
                model.addAttribute("account", reading.detail(made.id()));
                model.addAttribute("password", made.password());
                return new ModelAndView("account/password-once");
            } catch (Rejected refused) {
                errors.rejectValue("username", refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(NEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Model model) {
        AccountReading.Detail account = reading.detail(id);
        EditAccountForm form = new EditAccountForm();
        form.setDisplayName(account.displayName());
        form.setDepartment(account.department());
        form.setRoles(account.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(account.roles()));
        form.setVersion(account.version());
        model.addAttribute("form", form);
        model.addAttribute("account", account);
        return EDIT;
    }

    @PostMapping("/{id:\\d+}/edit")
    ModelAndView save(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EditAccountForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        form.checkRoles(errors);
        if (!errors.hasErrors()) {
            try {
                accounts.edit(
                        id,
                        form.getVersion(),
                        form.getDisplayName(),
                        Objects.requireNonNull(form.getDepartment()),
                        form.getRoles(),
                        form.getReason());
                flash.addFlashAttribute("notice", "account.notice.saved");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        model.addAttribute("account", reading.detail(id));
        return new ModelAndView(EDIT, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
