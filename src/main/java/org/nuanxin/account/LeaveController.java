package org.nuanxin.account;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
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

/** 离任交接: what somebody holds, who could take over, and then all of it at once. */
@Controller
@RequestMapping("/admin/accounts/{id:\\d+}/leave")
@CanKeepAccounts
class LeaveController {

    private final Leaving leaving;
    private final AccountReading reading;
    private final Colleagues colleagues;
    private final AccountOptions options;
    private final Formats formats;

    LeaveController(
            Leaving leaving, AccountReading reading, Colleagues colleagues, AccountOptions options, Formats formats) {
        this.leaving = leaving;
        this.reading = reading;
        this.colleagues = colleagues;
        this.options = options;
        this.formats = formats;
    }

    @GetMapping
    String start(@PathVariable long id, Model model) {
        LeaveForm form = new LeaveForm();
        form.setOn(formats.today());
        model.addAttribute("form", form);
        return page(id, model);
    }

    @PostMapping
    ModelAndView leave(
            @PathVariable long id,
            @Valid @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                leaving.leave(id, form.getTaker(), Objects.requireNonNull(form.getOn()), form.getReason());
                flash.addFlashAttribute("notice", "account.notice.left");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                if (refused.key().endsWith("taker")) {
                    errors.rejectValue("taker", refused.key(), refused.arguments(), null);
                } else {
                    errors.reject(refused.key(), refused.arguments(), null);
                }
            }
        }
        return new ModelAndView(page(id, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(long id, Model model) {
        List<Leaving.Held> held = leaving.heldBy(id);
        model.addAttribute("account", reading.detail(id));
        model.addAttribute("grants", reading.grants(id));
        model.addAttribute("held", held);
        model.addAttribute("holds", held.stream().anyMatch(one -> one.count() > 0));
        model.addAttribute("takers", options.colleagues(colleagues.whoCouldTakeOver(id)));
        return "account/leave-form";
    }
}
