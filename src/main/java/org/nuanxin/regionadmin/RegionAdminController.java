package org.nuanxin.regionadmin;

import jakarta.validation.Valid;
import java.util.List;
import org.nuanxin.account.CanKeepRegions;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
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

/** A unit of the tree: what hangs on it and its history; its names, units below it, in use or not. */
@Controller
@RequestMapping("/admin/regions/{id:\\d+}")
@CanKeepRegions
class RegionAdminController {

    private static final int HISTORY = 50;

    private final RegionKeeping keeping;
    private final RegionPages pages;
    private final Regions regions;
    private final Audit audit;

    RegionAdminController(RegionKeeping keeping, RegionPages pages, Regions regions, Audit audit) {
        this.keeping = keeping;
        this.pages = pages;
        this.regions = regions;
        this.audit = audit;
    }

    @GetMapping
    String unit(@PathVariable long id, Model model) {
        Region unit = pages.put(id, model);
        Long into = unit.mergedIntoId();
        model.addAttribute("into", into == null ? null : regions.name(regions.byId(into)));
        model.addAttribute("history", audit.ofSubject(Subject.region(id), HISTORY));
        return "region/unit-page";
    }

    @GetMapping("/name")
    String startRename(@PathVariable long id, Model model) {
        model.addAttribute("form", RegionForm.of(pages.put(id, model)));
        return "region/unit-name";
    }

    @PostMapping("/name")
    ModelAndView rename(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RegionForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                keeping.rename(id, form.getVersion(), form.names(), form.getReason());
                return done(id, "region.notice.renamed", List.of(), flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        pages.put(id, model);
        return invalid("region/unit-name", model);
    }

    @GetMapping("/units/new")
    String startAdd(@PathVariable long id, Model model) {
        pages.put(id, model).level().below();
        model.addAttribute("form", new RegionForm());
        return "region/unit-new";
    }

    @PostMapping("/units")
    ModelAndView add(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RegionForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                long added = keeping.add(id, form.codeOrNull(), form.names(), form.getReason());
                return done(added, "region.notice.added", List.of(), flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        pages.put(id, model);
        return invalid("region/unit-new", model);
    }

    @GetMapping("/state")
    String startState(@PathVariable long id, Model model) {
        Region unit = pages.put(id, model);
        model.addAttribute("form", RegionActForm.at(unit.version()));
        model.addAttribute("neighbours", pages.neighbours(unit));
        return "region/unit-state";
    }

    @PostMapping("/state")
    ModelAndView state(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RegionActForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                if (regions.byId(id).active()) {
                    int moved = keeping.deactivate(id, form.getVersion(), form.getReason(), form.getInto());
                    return done(id, moved > 0 ? "region.notice.merged" : "region.notice.closed", List.of(moved), flash);
                }
                keeping.activate(id, form.getVersion(), form.getReason());
                return done(id, "region.notice.reopened", List.of(), flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        model.addAttribute("neighbours", pages.neighbours(pages.put(id, model)));
        return invalid("region/unit-state", model);
    }

    static ModelAndView done(long id, String notice, List<?> arguments, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        flash.addFlashAttribute("noticeArgs", arguments);
        return new ModelAndView("redirect:/admin/regions/" + id);
    }

    static ModelAndView invalid(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
