package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Objects;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 遇病遇灾: somebody tells us of an illness, a disaster, a death; care is due in three days. */
@Controller
class TroubleController {

    private final CareTasks tasks;
    private final CareDeadlines deadlines;
    private final FamilyHeads heads;
    private final Formats formats;

    TroubleController(CareTasks tasks, CareDeadlines deadlines, FamilyHeads heads, Formats formats) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.heads = heads;
        this.formats = formats;
    }

    @GetMapping("/families/{family:\\d+}/care/new")
    @CanLogVisits
    String form(@PathVariable long family, Model model) {
        TroubleForm form = new TroubleForm();
        form.setKnownOn(formats.today());
        model.addAttribute("form", form);
        model.addAttribute("family", heads.read(family));
        model.addAttribute("helpLine", CareLimits.HELP_LINE);
        return "care/trouble-form";
    }

    @PostMapping("/families/{family:\\d+}/care")
    @CanLogVisits
    ModelAndView report(
            @PathVariable long family,
            @ModelAttribute("form") TroubleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(errors, formats.today());
        if (errors.hasErrors()) {
            model.addAttribute("family", heads.read(family));
            model.addAttribute("helpLine", CareLimits.HELP_LINE);
            return new ModelAndView("care/trouble-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        heads.read(family);
        tasks.openTimelyCare(
                family,
                "report-" + form.getClientId(),
                Objects.requireNonNull(form.getReason()),
                Objects.requireNonNull(form.getKnownOn()),
                form.getNote());
        LocalDate due = deadlines.timelyCare(family, Objects.requireNonNull(form.getKnownOn()));
        flash.addFlashAttribute("notice", "care.notice.reported");
        flash.addFlashAttribute("noticeArgs", java.util.List.of(formats.day(due)));
        return new ModelAndView("redirect:/families/" + family);
    }
}
