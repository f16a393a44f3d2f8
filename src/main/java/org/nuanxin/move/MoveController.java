package org.nuanxin.move;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.HttpStatus;
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

/** A family moves: what, where to, from when, why; then what will happen; then it is done or asked for. */
@Controller
@RequestMapping("/families/{id:\\d+}/move")
@CanEditFamilies
class MoveController {

    private static final String VIEW = "move/move-form";

    private final Moves moves;
    private final MoveReader reader;
    private final MovePages pages;
    private final FamilyHeads heads;

    MoveController(Moves moves, MoveReader reader, MovePages pages, FamilyHeads heads) {
        this.moves = moves;
        this.reader = reader;
        this.pages = pages;
        this.heads = heads;
    }

    @ModelAttribute
    void page(@PathVariable long id, Model model) {
        FamilyHead family = heads.read(id);
        model.addAttribute("family", family);
        model.addAttribute("filing", pages.place(family.filingPath()));
        model.addAttribute("residence", pages.place(family.residencePath()));
        model.addAttribute("anywhere", pages.anywhere());
        model.addAttribute("kinds", pages.kinds());
        model.addAttribute(
                "open",
                reader.ofFamily(id).stream()
                        .filter(MoveRequest::open)
                        .findFirst()
                        .orElse(null));
    }

    @GetMapping
    String ask(Model model) {
        MoveForm form = new MoveForm();
        form.setOn(pages.today());
        model.addAttribute("form", form);
        return VIEW;
    }

    @PostMapping(params = "reload")
    String reload(@ModelAttribute("form") MoveForm form) {
        return VIEW;
    }

    /** First shows what will happen; with {@code sure} it is done. */
    @PostMapping
    ModelAndView save(
            @PathVariable long id,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String sure,
            Model model,
            RedirectAttributes flash) {
        pages.check(form, errors, null);
        if (errors.hasErrors()) {
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Moves.Wanted wanted = form.wanted();
        if (sure == null) {
            foresee(id, family, wanted, model);
            return new ModelAndView(VIEW);
        }
        try {
            MoveRequest asked = moves.ask(id, wanted);
            flash.addFlashAttribute("notice", asked.open() ? "move.notice.asked" : "move.notice.moved");
            return new ModelAndView("redirect:" + (asked.open() ? "/moves/" + asked.id() : "/families/" + id));
        } catch (Rejected refused) {
            errors.reject(refused.key(), refused.arguments(), null);
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void foresee(long id, FamilyHead family, Moves.Wanted wanted, Model model) {
        FamilyChange home = FamilyChange.of(FamilyChange.Kind.RESIDENCE_MOVED, id, wanted.effectiveOn())
                .movingTo(wanted.toPath());
        FamilyChange file = home.to(FamilyChange.Kind.FILING_MOVED);
        boolean filing = wanted.kind() == MoveKind.FILING;
        model.addAttribute(
                "lines",
                pages.foresee(filing ? (wanted.withResidence() ? List.of(file, home) : List.of(file)) : List.of(home)));
        String from = filing ? family.filingPath() : family.residencePath();
        model.addAttribute("atOnce", moves.atOnce(wanted.kind(), from, wanted.toPath()));
        boolean across = filing && !county(from).equals(county(wanted.toPath()));
        model.addAttribute("paidFrom", across ? pages.paidFrom(wanted.effectiveOn()) : null);
        model.addAttribute("toPlace", pages.place(wanted.toPath()));
        model.addAttribute("backDated", wanted.effectiveOn().isBefore(pages.today()));
    }

    private static String county(String path) {
        return Objects.requireNonNull(path.split("/")[1]);
    }
}
