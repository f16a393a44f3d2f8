package org.nuanxin.account;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
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

/** Gives an account a region for a time, or puts right one that was entered wrong; and who stands in while it is away. */
@Controller
@RequestMapping("/admin/accounts/{id:\\d+}")
@CanKeepAccounts
class GrantController {

    private static final String GRANT = "account/grant-form";
    private static final String ABSENCE = "account/absence-form";

    private final GrantKeeping grants;
    private final Absences absences;
    private final AccountReading reading;
    private final Colleagues colleagues;
    private final AccountOptions options;
    private final Regions regions;
    private final Formats formats;

    GrantController(
            GrantKeeping grants,
            Absences absences,
            AccountReading reading,
            Colleagues colleagues,
            AccountOptions options,
            Regions regions,
            Formats formats) {
        this.grants = grants;
        this.absences = absences;
        this.reading = reading;
        this.colleagues = colleagues;
        this.options = options;
        this.regions = regions;
        this.formats = formats;
    }

    @GetMapping("/grants/new")
    String start(@PathVariable long id, Model model) {
        GrantForm form = new GrantForm();
        form.setFrom(formats.today());
        model.addAttribute("form", form);
        return grantPage(id, null, model);
    }

    @PostMapping("/grants/new")
    ModelAndView grant(
            @PathVariable long id,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        return save(id, null, form, errors, flash, model);
    }

    @GetMapping("/grants/{grant:\\d+}/correct")
    String startCorrect(@PathVariable long id, @PathVariable long grant, Model model) {
        AccountReading.GrantLine line = reading.grant(id, grant);
        GrantForm form = new GrantForm();
        Region region = regions.byPath(line.path());
        boolean village = region.level() == Region.Level.VILLAGE;
        form.setVillage(village ? line.path() : "");
        form.setRegion(
                village
                        ? line.path()
                                .substring(
                                        0, line.path().length() - region.code().length() - 1)
                        : line.path());
        form.setFrom(line.from());
        form.setTo(line.to());
        model.addAttribute("form", form);
        return grantPage(id, grant, model);
    }

    @PostMapping("/grants/{grant:\\d+}/correct")
    ModelAndView correct(
            @PathVariable long id,
            @PathVariable long grant,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        return save(id, grant, form, errors, flash, model);
    }

    @GetMapping("/absences/new")
    String startAbsence(@PathVariable long id, Model model) {
        AbsenceForm form = new AbsenceForm();
        form.setFrom(formats.today());
        model.addAttribute("form", form);
        return absencePage(id, model);
    }

    @PostMapping("/absences/new")
    ModelAndView absent(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AbsenceForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (form.getFrom() != null && form.getTo() != null && !form.getTo().isAfter(form.getFrom())) {
            errors.rejectValue("to", "account.error.to");
        }
        if (!errors.hasErrors()) {
            try {
                absences.record(
                        id,
                        Objects.requireNonNull(form.getStandIn()),
                        new DateRange(Objects.requireNonNull(form.getFrom()), form.getTo()),
                        form.getReason());
                flash.addFlashAttribute("notice", "account.notice.absence");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(absencePage(id, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView save(
            long id,
            @Nullable Long wrong,
            GrantForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                if (wrong == null) {
                    grants.grant(id, form.path(), form.days(), form.getReason());
                } else {
                    grants.correct(id, wrong, form.path(), form.days(), form.getReason());
                }
                flash.addFlashAttribute(
                        "notice", wrong == null ? "account.notice.granted" : "account.notice.corrected");
                return new ModelAndView("redirect:/admin/accounts/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(grantPage(id, wrong, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String grantPage(long id, @Nullable Long wrong, Model model) {
        model.addAttribute("account", reading.detail(id));
        model.addAttribute("wrong", wrong == null ? null : reading.grant(id, wrong));
        return GRANT;
    }

    private String absencePage(long id, Model model) {
        model.addAttribute("account", reading.detail(id));
        model.addAttribute("standIns", options.colleagues(colleagues.whoCouldStandIn(id)));
        return ABSENCE;
    }
}
