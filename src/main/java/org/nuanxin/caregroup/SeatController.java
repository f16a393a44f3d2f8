package org.nuanxin.caregroup;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.region.RegionPath;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** Seats a person in a family's group, and ends a seat. */
@Controller
@RequestMapping("/families/{family:\\d+}/care-group/seats")
@CanLogVisits
class SeatController {

    static final HttpStatusCode INVALID = HttpStatus.UNPROCESSABLE_CONTENT;
    private static final int TOWNSHIP_DEPTH = 3;

    private final CareGroups groups;
    private final CareGroupReader reader;
    private final FamilyHeads families;
    private final Accounts accounts;
    private final Clock clock;

    SeatController(CareGroups groups, CareGroupReader reader, FamilyHeads families, Accounts accounts, Clock clock) {
        this.groups = groups;
        this.reader = reader;
        this.families = families;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/new")
    String start(@PathVariable long family, @RequestParam @Nullable SeatKind kind, Model model) {
        SeatForm form = new SeatForm();
        form.setKind(kind);
        form.setFrom(LocalDate.now(clock));
        model.addAttribute("form", form);
        return page(family, kind, model);
    }

    @PostMapping
    ModelAndView seat(
            @PathVariable long family,
            @Valid @ModelAttribute("form") SeatForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        form.requireSomebody(errors);
        if (!errors.hasErrors()) {
            try {
                groups.seat(family, wanted(form));
                flash.addFlashAttribute("notice", "caregroup.notice.seated");
                return new ModelAndView("redirect:/families/" + family + "/care-group");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(page(family, form.getKind(), model), INVALID);
    }

    @GetMapping("/{seat:\\d+}/end")
    String startEnd(@PathVariable long family, @PathVariable long seat, Model model) {
        EndSeatForm form = new EndSeatForm();
        form.setTo(LocalDate.now(clock));
        model.addAttribute("form", form);
        return endPage(family, seat, model);
    }

    @PostMapping("/{seat:\\d+}/end")
    ModelAndView end(
            @PathVariable long family,
            @PathVariable long seat,
            @Valid @ModelAttribute("form") EndSeatForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        LocalDate to = form.getTo();
        if (!errors.hasErrors() && to != null) {
            try {
                groups.end(family, seat, to, form.getReason());
                flash.addFlashAttribute("notice", "caregroup.notice.ended");
                return new ModelAndView("redirect:/families/" + family + "/care-group");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(endPage(family, seat, model), INVALID);
    }

    private CareGroups.Seating wanted(SeatForm form) {
        CareGroups.Seating typed = form.seating();
        Long known = form.getKnown();
        return known == null ? typed : groups.likeSeat(known, typed.kind(), typed.from());
    }

    private String page(long familyId, @Nullable SeatKind kind, Model model) {
        FamilyHead family = families.read(familyId);
        model.addAttribute("family", family);
        model.addAttribute("kinds", List.of(SeatKind.values()));
        model.addAttribute("known", reader.known(township(family.residencePath()), kind));
        model.addAttribute("accounts", accounts.visitors(family.residencePath()));
        return "caregroup/seat-form";
    }

    private String endPage(long familyId, long seatId, Model model) {
        model.addAttribute("family", families.read(familyId));
        model.addAttribute("seat", reader.seat(familyId, seatId));
        return "caregroup/seat-end";
    }

    static String township(String path) {
        List<String> paths = new RegionPath(path).ancestorsAndSelf();
        return paths.get(Math.min(TOWNSHIP_DEPTH, paths.size()) - 1);
    }
}
