package org.nuanxin.care;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.family.ContactPreferences;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visit's page with what it said before each correction, its receipt, and its correction. */
@Controller
class VisitController {

    private final Visits visits;
    private final VisitReading reading;
    private final TaskList tasks;
    private final FamilyHeads heads;
    private final Formats formats;

    VisitController(Visits visits, VisitReading reading, TaskList tasks, FamilyHeads heads, Formats formats) {
        this.visits = visits;
        this.reading = reading;
        this.tasks = tasks;
        this.heads = heads;
        this.formats = formats;
    }

    @GetMapping("/visits/{id:\\d+}")
    @CanSeeFamilies
    String page(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        VisitReading.Read visit = reading.read(id);
        show(visit, heads.open(visit.familyId()), model);
        model.addAttribute("mayCorrect", account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
        return "care/visit-page";
    }

    @GetMapping("/visits/{id:\\d+}/receipt")
    @CanLogVisits
    String receipt(@PathVariable long id, Model model) {
        VisitReading.Read visit = reading.read(id);
        show(visit, heads.read(visit.familyId()), model);
        return "care/visit-receipt";
    }

    @GetMapping("/m/visits/{id:\\d+}/receipt")
    @CanLogVisits
    String phoneReceipt(@PathVariable long id, Model model) {
        receipt(id, model);
        PhoneController.bar(model);
        return "care/phone-receipt";
    }

    @GetMapping("/visits/{id:\\d+}/edit")
    @CanLogVisits
    String edit(@PathVariable long id, Model model) {
        VisitReading.Read visit = reading.read(id);
        FamilyHead family = heads.read(visit.familyId());
        VisitForm form = new VisitForm();
        form.setMembers(VisitFormController.members(family));
        form.show(visit.content(), visit.version());
        model.addAttribute("form", form);
        return form(visit, family, model);
    }

    @PostMapping("/visits/{id:\\d+}/edit")
    @CanLogVisits
    ModelAndView correct(
            @PathVariable long id,
            @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        VisitReading.Read visit = reading.read(id);
        FamilyHead family = heads.read(visit.familyId());
        form.setNextOn(null);
        form.check(errors, formats.today());
        String reason = form.getReason();
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            errors.rejectValue("reason", "care.error.reason");
        }
        List<String> words = form.words();
        if (errors.hasErrors() || !words.isEmpty() || reason == null) {
            VisitFormController.name(form, family);
            model.addAttribute("words", words);
            return new ModelAndView(form(visit, family, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        visits.correct(id, form.getVersion(), reason.strip(), form.content());
        flash.addFlashAttribute("notice", "care.notice.corrected");
        return new ModelAndView("redirect:/visits/" + id);
    }

    private static String form(VisitReading.Read visit, FamilyHead family, Model model) {
        model.addAttribute("visit", visit);
        model.addAttribute("family", family);
        model.addAttribute("byWish", family.preferences().visits() != ContactPreferences.Visits.WELCOME);
        return "care/visit-edit";
    }

    private void show(VisitReading.Read visit, FamilyHead family, Model model) {
        model.addAttribute("visit", visit);
        model.addAttribute("family", family);
        model.addAttribute("closed", tasks.closedBy(visit.id()));
        model.addAttribute("helpLine", CareLimits.HELP_LINE);
        Map<Long, String> names =
                family.members().stream().collect(Collectors.toMap(FamilyHead.Member::id, FamilyHead.Member::name));
        model.addAttribute("names", names);
    }
}
