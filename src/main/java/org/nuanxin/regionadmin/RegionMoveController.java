package org.nuanxin.regionadmin;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanKeepRegions;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A township goes under another county-level unit: first what goes along and what stays, then the act. */
@Controller
@RequestMapping("/admin/regions/{id:\\d+}/move")
@CanKeepRegions
class RegionMoveController {

    private final RegionKeeping keeping;
    private final RegionPages pages;
    private final Regions regions;

    RegionMoveController(RegionKeeping keeping, RegionPages pages, Regions regions) {
        this.keeping = keeping;
        this.pages = pages;
        this.regions = regions;
    }

    @GetMapping
    String preview(@PathVariable long id, @RequestParam(required = false) @Nullable Long into, Model model) {
        Region unit = put(id, model);
        RegionActForm form = RegionActForm.at(unit.version());
        form.setInto(into);
        model.addAttribute("form", form);
        return "region/unit-move";
    }

    @PostMapping
    ModelAndView move(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RegionActForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        Long into = form.getInto();
        if (into == null) {
            errors.rejectValue("into", "region.error.target");
        }
        if (!errors.hasErrors() && into != null) {
            try {
                keeping.move(id, form.getVersion(), into, form.getReason());
                return RegionAdminController.done(
                        id, "region.notice.moved", List.of(regions.name(regions.byId(into))), flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        put(id, model);
        return RegionAdminController.invalid("region/unit-move", model);
    }

    private Region put(long id, Model model) {
        Region unit = pages.put(id, model);
        Long parent = unit.parentId();
        if (unit.level() != Region.Level.TOWNSHIP || parent == null) {
            throw new NotFound();
        }
        model.addAttribute("origin", regions.name(regions.byId(parent)));
        model.addAttribute("targets", pages.targets(unit));
        return unit;
    }
}
