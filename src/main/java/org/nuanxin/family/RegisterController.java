package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.PhoneBar;
import org.nuanxin.common.Rejected;
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

/** Registers a family: one that came to the counter, or one that is a lead already. */
@Controller
@CanEditFamilies
class RegisterController {

    private static final String VIEW = "family/register-form";
    private static final String LEAD = "/families/{lead:\\d+}/register";
    private static final String PHONE = "family/register-phone";
    private static final String PHONE_LEAD = "/m/families/{lead:\\d+}/register";

    private final Families families;
    private final FamilyHeads heads;
    private final Duplicates duplicates;
    private final Places places;

    RegisterController(Families families, FamilyHeads heads, Duplicates duplicates, Places places) {
        this.families = families;
        this.heads = heads;
        this.duplicates = duplicates;
        this.places = places;
    }

    @ModelAttribute
    void page(
            @PathVariable(required = false) @Nullable Long lead,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            Model model) {
        if (PhoneBar.asked(request)) {
            model.addAttribute("menu", PhoneBar.GROUPS);
        }
        if (lead != null) {
            FamilyHead family = heads.read(lead);
            if (!family.status().canBecome(FamilyStatus.REGISTERED) || family.fileNumber() != null) {
                throw new NotFound();
            }
            model.addAttribute("family", family);
        }
        model.addAttribute("mine", places.mine(account));
        model.addAttribute("anywhere", places.anywhere());
    }

    @GetMapping("/families/new")
    String empty(Model model) {
        model.addAttribute("form", new RegisterForm());
        return VIEW;
    }

    @GetMapping({LEAD, PHONE_LEAD})
    String ofLead(
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("form", RegisterForm.of(family));
        return view(request);
    }

    /** Lists the villages of the chosen township where no script runs. */
    @PostMapping(
            path = {"/families/new", LEAD, PHONE_LEAD},
            params = "reload")
    String reload(@ModelAttribute("form") RegisterForm form, HttpServletRequest request) {
        return view(request);
    }

    @PostMapping({"/families/new", LEAD, PHONE_LEAD})
    ModelAndView register(
            @PathVariable(required = false) @Nullable Long lead,
            @Valid @ModelAttribute("form") RegisterForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        places.check(errors, "filing", form.getFiling(), account.regionPath());
        if (form.isLivesElsewhere()) {
            places.check(errors, "residence", form.getResidence(), null);
        }
        if (errors.hasErrors() || alreadyThere(lead, form, errors, model)) {
            return new ModelAndView(view(request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        NewFamily wanted = form.family(filing(form), residence(form));
        try {
            long id = FirstWins.of(() -> save(lead, wanted));
            flash.addFlashAttribute("notice", "family.notice.registered");
            return new ModelAndView((PhoneBar.asked(request) ? "redirect:/m/families/" : "redirect:/families/") + id);
        } catch (Rejected refused) {
            errors.reject(refused.key(), refused.arguments(), null);
            return new ModelAndView(view(request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String view(HttpServletRequest request) {
        return PhoneBar.asked(request) ? PHONE : VIEW;
    }

    private long save(@Nullable Long lead, NewFamily wanted) {
        if (lead == null) {
            return families.register(wanted);
        }
        families.registerLead(lead, wanted);
        return lead;
    }

    /**
     * A citizen ID that is taken cannot be saved; a near match can, once it was looked at. What this very form wrote when
     * it was sent before is neither, and another sending may be writing right now: so that is asked last.
     */
    private boolean alreadyThere(@Nullable Long lead, RegisterForm form, BindingResult errors, Model model) {
        List<PersonForm> parents = form.getParents();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            String id = parents.get(i).getCitizenId();
            if (id != null && duplicates.taken(new CitizenId(id), null)) {
                taken.add("parents[" + i + "].citizenId");
            }
        }
        List<FamilyList.Row> near = taken.isEmpty() && form.isAnyway()
                ? List.of()
                : duplicates.near(
                        form.people().stream().map(Duplicates.Wanted::of).toList(), filing(form), lead);
        if ((taken.isEmpty() && near.isEmpty()) || families.isRegistered(form.getClientId())) {
            return false;
        }
        taken.forEach(field -> errors.rejectValue(field, "family.reject.citizen-id-registered"));
        model.addAttribute("near", near);
        model.addAttribute("clash", !taken.isEmpty());
        return true;
    }

    private static String filing(RegisterForm form) {
        return Objects.requireNonNull(form.getFiling().path());
    }

    private static String residence(RegisterForm form) {
        return form.isLivesElsewhere()
                ? Objects.requireNonNull(form.getResidence().path())
                : filing(form);
    }
}
