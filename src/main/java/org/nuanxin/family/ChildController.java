package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.common.NotFound;
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

/** Records the child once, and corrects what was recorded. */
@Controller
@RequestMapping("/families/{id:\\d+}/children")
@CanEditFamilies
class ChildController {

    private static final String VIEW = "family/child-form";
    private static final String ONE = "/{child:\\d+}/edit";

    private final FamilyEditing editing;
    private final FamilyHeads heads;
    private final Conflicts conflicts;
    private final EditDifferences differences;

    ChildController(FamilyEditing editing, FamilyHeads heads, Conflicts conflicts, EditDifferences differences) {
        this.editing = editing;
        this.heads = heads;
        this.conflicts = conflicts;
        this.differences = differences;
    }

    @ModelAttribute
    void page(@PathVariable long id, Model model) {
        model.addAttribute("family", heads.read(id));
    }

    @GetMapping("/new")
    String empty(Model model) {
        model.addAttribute("form", new ChildForm());
        return VIEW;
    }

    @GetMapping(ONE)
    String stored(@PathVariable long id, @PathVariable long child, Model model) {
        model.addAttribute("form", ChildForm.of(child(id, child)));
        return VIEW;
    }

    /** With what was typed, back from the page of a conflict. */
    @PostMapping(path = ONE, params = "reload")
    String reload(@ModelAttribute("form") ChildForm form) {
        return VIEW;
    }

    @PostMapping({"/new", ONE})
    ModelAndView save(
            @PathVariable long id,
            @PathVariable(required = false) @Nullable Long child,
            @Valid @ModelAttribute("form") ChildForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            editing.saveChild(id, child, form.getVersion(), form.child());
        } catch (FamilyEditing.Stale stale) {
            Child now = child(id, child == null ? 0 : child);
            return conflicts.show(request, id, now.version(), differences.between(ChildForm.of(now), form));
        }
        flash.addFlashAttribute("notice", "family.notice.saved");
        return new ModelAndView("redirect:/families/" + id);
    }

    private Child child(long family, long id) {
        return heads.read(family).children().stream()
                .filter(child -> child.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
