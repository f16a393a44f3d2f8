package org.nuanxin.move;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.XlsxTable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves in and out of this account's region, the same as a workbook, and 请求转入 by citizen ID. */
@Controller
class MoveListController {

    private static final String ASK = "move/ask-form";

    private final Moves moves;
    private final MoveReader reader;
    private final MovePages pages;

    MoveListController(Moves moves, MoveReader reader, MovePages pages) {
        this.moves = moves;
        this.reader = reader;
        this.pages = pages;
    }

    @GetMapping("/moves")
    @CanSeeFamilies
    String list(@ModelAttribute("filter") MoveFilter filter, Model model) {
        KeysetPage<MoveRequest> page = reader.page(filter);
        model.addAttribute("page", page);
        model.addAttribute("counts", reader.counts());
        model.addAttribute("places", pages.places(page.rows()));
        model.addAttribute("statuses", List.of(MoveStatus.values()));
        model.addAttribute("ways", List.of("in", "out", "waiting"));
        return "move/move-list";
    }

    @GetMapping("/moves.xlsx")
    @CanSeeFamilies
    void export(@ModelAttribute("filter") MoveFilter filter, HttpServletResponse response) throws IOException {
        moves.exported();
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"moves.xlsx\"");
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                pages.say("move.title"),
                List.of(
                        pages.say("move.col.number"),
                        pages.say("move.col.kind"),
                        pages.say("move.col.from"),
                        pages.say("move.col.to"),
                        pages.say("move.col.on"),
                        pages.say("move.col.asked"),
                        pages.say("move.col.status")))) {
            filter.setAfter(null);
            KeysetPage<MoveRequest> page;
            do {
                page = reader.page(filter);
                Map<String, String> places = pages.places(page.rows());
                for (MoveRequest move : page.rows()) {
                    table.row(
                            move.number(),
                            pages.say("move.kind." + move.kind()),
                            move.fromPath() == null ? "" : places.get(move.fromPath()),
                            places.get(move.toPath()),
                            move.effectiveOn(),
                            move.askedOn(),
                            pages.say("move.status." + move.status()));
                }
                filter.setAfter(page.next());
            } while (page.next() != null);
        }
    }

    @GetMapping("/moves/ask")
    @CanEditFamilies
    String ask(@AuthenticationPrincipal SignedInAccount account, Model model) {
        MoveForm form = new MoveForm();
        form.setWhat(MoveForm.What.BOTH);
        form.setOn(pages.today());
        model.addAttribute("form", form);
        model.addAttribute("mine", pages.within(account.regionPath()));
        return ASK;
    }

    @PostMapping(path = "/moves/ask", params = "reload")
    @CanEditFamilies
    String reload(
            @ModelAttribute("form") MoveForm form, @AuthenticationPrincipal SignedInAccount account, Model model) {
        model.addAttribute("mine", pages.within(account.regionPath()));
        return ASK;
    }

    @PostMapping("/moves/ask")
    @CanEditFamilies
    ModelAndView send(
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("mine", pages.within(account.regionPath()));
        pages.check(form, errors, account.regionPath());
        CitizenId id = form.id();
        if (id == null) {
            errors.rejectValue("citizenId", "move.error.citizen-id");
        }
        if (form.getWhat() == MoveForm.What.HOME) {
            errors.rejectValue("what", "move.error.what");
        }
        if (!errors.hasErrors()) {
            try {
                MoveRequest asked = moves.askById(Objects.requireNonNull(id), form.wanted());
                flash.addFlashAttribute("notice", "move.notice.asked");
                return new ModelAndView("redirect:/moves/" + asked.id());
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(ASK, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
