package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.nuanxin.account.CanEditFamilies;
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

/** Changes where a family lives and how it wants to be met. */
@Controller
@RequestMapping("/families/{id:\\d+}/edit")
@CanEditFamilies
class EditController {

    private static final String VIEW = "family/edit-form";

    private final FamilyEditing editing;
    private final FamilyHeads heads;
    private final Places places;
    private final Conflicts conflicts;
    private final EditDifferences differences;

    EditController(
            FamilyEditing editing, FamilyHeads heads, Places places, Conflicts conflicts, EditDifferences differences) {
        this.editing = editing;
        this.heads = heads;
        this.places = places;
        this.conflicts = conflicts;
        this.differences = differences;
    }

    @ModelAttribute
    void page(@PathVariable long id, Model model) {
        model.addAttribute("family", heads.read(id));
        model.addAttribute("anywhere", places.anywhere());
    }

    @GetMapping
    String stored(@ModelAttribute(name = "family", binding = false) FamilyHead family, Model model) {
        model.addAttribute("form", EditForm.of(family));
        return VIEW;
    }

    /** With what was typed: for the villages where no script runs, and back from the page of a conflict. */
    @PostMapping(params = "reload")
    String reload(@ModelAttribute("form") EditForm form) {
        return VIEW;
    }

    @PostMapping
    ModelAndView save(
            @PathVariable long id,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes flash) {
        places.check(errors, "residence", form.getResidence(), null);
        if (!form.isCorrection()
                && !family.residencePath().equals(form.getResidence().path())) {
            errors.rejectValue("residence.village", "family.error.move");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            editing.edit(
                    id,
                    form.getVersion(),
                    Objects.requireNonNull(form.getResidence().path()),
                    form.getAddress(),
                    form.getLiving(),
                    form.getPreferences().preferences());
        } catch (FamilyEditing.Stale stale) {
            FamilyHead now = heads.read(id);
            return conflicts.show(request, id, now.version(), differences.between(EditForm.of(now), form));
        }
        flash.addFlashAttribute("notice", "family.notice.saved");
        return new ModelAndView("redirect:/families/" + id);
    }
}
