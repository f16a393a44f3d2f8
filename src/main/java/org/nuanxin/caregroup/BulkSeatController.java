package org.nuanxin.caregroup;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Seats one person in the groups of a whole village: one doctor may sit in forty groups. */
@Controller
@RequestMapping("/care-groups/seating")
@CanLogVisits
class BulkSeatController {

    private final CareGroups groups;
    private final CareGroupReader reader;
    private final VillageSeats seats;
    private final Accounts accounts;
    private final Clock clock;

    BulkSeatController(CareGroups groups, CareGroupReader reader, VillageSeats seats, Accounts accounts, Clock clock) {
        this.groups = groups;
        this.reader = reader;
        this.seats = seats;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String start(@RequestParam @Nullable String village, @RequestParam @Nullable SeatKind kind, Model model) {
        SeatForm form = new SeatForm();
        form.setKind(kind == null ? SeatKind.VILLAGE_DOCTOR : kind);
        form.setFrom(LocalDate.now(clock));
        model.addAttribute("form", form);
        model.addAttribute("chosen", null);
        return page(village, form.getKind(), model);
    }

    @PostMapping
    ModelAndView seat(
            @RequestParam String village,
            @RequestParam(defaultValue = "") Set<Long> family,
            @Valid @ModelAttribute("form") SeatForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        form.requireSomebody(errors);
        if (family.isEmpty()) {
            errors.reject("caregroup.error.families");
        }
        if (!errors.hasErrors()) {
            try {
                CareGroups.Outcome outcome = groups.seatInAll(family, wanted(form));
                flash.addFlashAttribute(
                        "notice", outcome.held() == 0 ? "caregroup.notice.seated-all" : "caregroup.notice.seated-some");
                flash.addFlashAttribute("noticeArgs", List.of(outcome.seated(), outcome.held()));
                return new ModelAndView("redirect:/care-groups");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        model.addAttribute("chosen", family);
        return new ModelAndView(page(village, form.getKind(), model), SeatController.INVALID);
    }

    private CareGroups.Seating wanted(SeatForm form) {
        CareGroups.Seating typed = form.seating();
        Long known = form.getKnown();
        return known == null ? typed : groups.likeSeat(known, typed.kind(), typed.from());
    }

    private String page(@Nullable String village, @Nullable SeatKind kind, Model model) {
        List<VillageSeats.Village> villages = seats.villages();
        String chosen = villages.stream()
                .map(VillageSeats.Village::path)
                .filter(path -> path.equals(village))
                .findFirst()
                .orElse(villages.isEmpty() ? null : villages.get(0).path());
        model.addAttribute("villages", villages);
        model.addAttribute("village", chosen);
        model.addAttribute("kinds", List.of(SeatKind.values()));
        if (chosen != null) {
            model.addAttribute("families", seats.families(chosen, kind));
            model.addAttribute("known", reader.known(SeatController.township(chosen), kind));
            model.addAttribute("accounts", accounts.visitors(chosen));
        }
        return "caregroup/seat-bulk";
    }
}
