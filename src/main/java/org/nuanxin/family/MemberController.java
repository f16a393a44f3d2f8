package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.NotFound;
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

/** Adds a member and corrects one; ID, phone and account are shown masked, and stay where nothing is typed. */
@Controller
@RequestMapping("/families/{id:\\d+}/members")
@CanEditFamilies
class MemberController {

    private static final String VIEW = "family/member-form";
    private static final String ONE = "/{member:\\d+}/edit";

    private final FamilyEditing editing;
    private final FamilyHeads heads;
    private final Duplicates duplicates;
    private final Conflicts conflicts;
    private final EditDifferences differences;

    MemberController(
            FamilyEditing editing,
            FamilyHeads heads,
            Duplicates duplicates,
            Conflicts conflicts,
            EditDifferences differences) {
        this.editing = editing;
        this.heads = heads;
        this.duplicates = duplicates;
        this.conflicts = conflicts;
        this.differences = differences;
    }

    @ModelAttribute
    void page(@PathVariable long id, @PathVariable(required = false) @Nullable Long member, Model model) {
        FamilyHead family = heads.read(id);
        model.addAttribute("family", family);
        if (member != null) {
            model.addAttribute("member", member(family, member));
        }
    }

    @GetMapping("/new")
    String empty(Model model) {
        model.addAttribute("form", new PersonForm());
        return VIEW;
    }

    @PostMapping("/new")
    ModelAndView add(
            @PathVariable long id,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (invalid(form, null, errors)) {
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            editing.addMember(id, form.person());
        } catch (Rejected taken) {
            errors.rejectValue("citizenId", taken.key());
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", "family.notice.member-added");
        return new ModelAndView("redirect:/families/" + id);
    }

    @GetMapping(ONE)
    String stored(
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @PathVariable long member,
            Model model) {
        model.addAttribute("form", PersonForm.of(member(family, member)));
        return VIEW;
    }

    /** With what was typed, back from the page of a conflict. */
    @PostMapping(path = ONE, params = "reload")
    String reload(@ModelAttribute("form") PersonForm form) {
        return VIEW;
    }

    @PostMapping(ONE)
    ModelAndView correct(
            @PathVariable long id,
            @PathVariable long member,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (invalid(form, member, errors)) {
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            editing.correctMember(id, member, form.getVersion(), form.person());
        } catch (Rejected taken) {
            errors.rejectValue("citizenId", taken.key());
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (FamilyEditing.Stale stale) {
            FamilyHead.Member now = member(heads.read(id), member);
            return conflicts.show(request, id, now.version(), differences.between(PersonForm.of(now), form));
        }
        flash.addFlashAttribute("notice", "family.notice.saved");
        return new ModelAndView("redirect:/families/" + id);
    }

    private boolean invalid(PersonForm form, @Nullable Long member, BindingResult errors) {
        String id = form.getCitizenId();
        if (!errors.hasErrors() && id != null && duplicates.taken(new CitizenId(id), member)) {
            errors.rejectValue("citizenId", "family.reject.citizen-id-registered");
        }
        return errors.hasErrors();
    }

    private static FamilyHead.Member member(FamilyHead family, long id) {
        List<FamilyHead.Member> found =
                family.members().stream().filter(member -> member.id() == id).toList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found.get(0);
    }
}
