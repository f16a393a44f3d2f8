package org.nuanxin.account;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** 回避: one's own declarations. */
@Controller
@RequestMapping("/me/recusals")
@CanDeclareRecusal
class RecusalController {

    private final RecusalKeeping recusals;
    private final Formats formats;
    private final MessageSource messages;

    RecusalController(RecusalKeeping recusals, Formats formats, MessageSource messages) {
        this.recusals = recusals;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedInAccount account, Model model) {
        RecusalForm form = new RecusalForm();
        form.setFrom(formats.today());
        model.addAttribute("form", form);
        return page(account, model);
    }

    @PostMapping
    ModelAndView declare(
            @Valid @ModelAttribute("form") RecusalForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            RedirectAttributes flash,
            Model model) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                recusals.declare(
                        account.id(),
                        Objects.requireNonNull(form.getRelation()),
                        new CitizenId(form.getCitizenId()),
                        new DateRange(Objects.requireNonNull(form.getFrom()), form.getTo()));
                flash.addFlashAttribute("notice", "account.notice.recusal");
                return new ModelAndView("redirect:/me/recusals");
            } catch (Rejected refused) {
                errors.rejectValue("citizenId", refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(page(account, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{recusal}/end")
    String end(@PathVariable long recusal, @AuthenticationPrincipal SignedInAccount account, RedirectAttributes flash) {
        recusals.end(account.id(), recusal);
        flash.addFlashAttribute("notice", "account.notice.recusal-ended");
        return "redirect:/me/recusals";
    }

    private String page(SignedInAccount account, Model model) {
        Map<Relation, String> relations = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            relations.put(
                    relation,
                    messages.getMessage("account.relation." + relation, null, LocaleContextHolder.getLocale()));
        }
        model.addAttribute("relations", relations);
        model.addAttribute("lines", recusals.of(account.id()));
        return "account/recusal-list";
    }
}
