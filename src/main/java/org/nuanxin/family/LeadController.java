package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.PhoneBar;
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

/** Takes a lead (线索). */
@Controller
@RequestMapping({"/leads/new", "/m/leads/new"})
@CanEditFamilies
class LeadController {

    private static final String VIEW = "family/lead-form";
    private static final String PHONE = "family/lead-phone";

    private final Families families;
    private final Duplicates duplicates;
    private final Places places;
    private final Clock clock;

    LeadController(Families families, Duplicates duplicates, Places places, Clock clock) {
        this.families = families;
        this.duplicates = duplicates;
        this.places = places;
        this.clock = clock;
    }

    @ModelAttribute
    void pickers(@AuthenticationPrincipal SignedInAccount account, HttpServletRequest request, Model model) {
        model.addAttribute("mine", places.mine(account));
        if (PhoneBar.asked(request)) {
            model.addAttribute("menu", PhoneBar.GROUPS);
        }
    }

    private static String view(HttpServletRequest request) {
        return PhoneBar.asked(request) ? PHONE : VIEW;
    }

    @GetMapping
    String empty(HttpServletRequest request, Model model) {
        LeadForm form = new LeadForm();
        form.setKnownOn(LocalDate.now(clock));
        model.addAttribute("form", form);
        return view(request);
    }

    /** Lists the villages of the chosen township where no script runs. */
    @PostMapping(params = "reload")
    String reload(@ModelAttribute("form") LeadForm form, HttpServletRequest request) {
        return view(request);
    }

    @PostMapping
    ModelAndView take(
            @Valid @ModelAttribute("form") LeadForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        places.check(errors, "place", form.getPlace(), account.regionPath());
        if (errors.hasErrors()) {
            return new ModelAndView(view(request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String path = Objects.requireNonNull(form.getPlace().path());
        if (!form.isAnyway()) {
            List<FamilyList.Row> near = duplicates.near(
                    List.of(new Duplicates.Wanted(Objects.requireNonNull(form.getName()), null, null)), path, null);
            if (!near.isEmpty() && !families.isRegistered(form.getClientId())) {
                model.addAttribute("near", near);
                return new ModelAndView(view(request), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        long id = FirstWins.of(() -> families.takeLead(form.lead(path)));
        flash.addFlashAttribute("notice", "family.notice.lead-taken");
        return new ModelAndView((PhoneBar.asked(request) ? "redirect:/m/families/" : "redirect:/families/") + id);
    }
}
