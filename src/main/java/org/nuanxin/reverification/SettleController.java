package org.nuanxin.reverification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One family in the year's re-verification: every check with its answer, settling at the office, taking back. */
@Controller
@RequestMapping("/families/{family:\\d+}/reverification")
class SettleController {

    private final CheckReader checks;
    private final Settling settling;
    private final OnFile onFile;
    private final FamilyHeads heads;
    private final MessageSource messages;
    private final Formats formats;

    SettleController(
            CheckReader checks,
            Settling settling,
            OnFile onFile,
            FamilyHeads heads,
            MessageSource messages,
            Formats formats) {
        this.checks = checks;
        this.settling = settling;
        this.onFile = onFile;
        this.heads = heads;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping
    @CanSeeFamilies
    String page(@PathVariable long family, @AuthenticationPrincipal SignedInAccount account, Model model) {
        FamilyHead head = heads.open(family);
        CheckReader.Item item = checks.newest(family).orElseThrow(NotFound::new);
        model.addAttribute("family", head);
        model.addAttribute("item", item);
        model.addAttribute("onFile", onFile.of(head, item));
        model.addAttribute("history", checks.history(item.id()));
        model.addAttribute("mayEdit", account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
        return "reverification/family-page";
    }

    @GetMapping("/{check:\\d+}")
    @CanEditFamilies
    String form(@PathVariable long family, @PathVariable long check, Model model) {
        SettleForm form = new SettleForm();
        form.setOn(formats.today());
        model.addAttribute("form", form);
        return form(heads.read(family), check, model);
    }

    @PostMapping("/{check:\\d+}")
    @CanEditFamilies
    ModelAndView settle(
            @PathVariable long family,
            @PathVariable long check,
            @ModelAttribute("form") SettleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        FamilyHead head = heads.read(family);
        form.check(errors, formats.today());
        if (!errors.hasErrors()) {
            try {
                settling.office(
                        family,
                        check,
                        form.corrected(),
                        Objects.requireNonNull(form.getSource()),
                        Objects.requireNonNull(form.getOn()),
                        Objects.requireNonNull(form.getReason()));
                flash.addFlashAttribute("notice", "reverification.notice.settled");
                return new ModelAndView("redirect:/families/" + family + "/reverification");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(form(head, check, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{check:\\d+}/undo")
    @CanEditFamilies
    String undo(
            @PathVariable long family,
            @PathVariable long check,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw new Rejected("reverification.error.reason");
        }
        settling.undo(family, check, reason.strip());
        flash.addFlashAttribute("notice", "reverification.notice.undone");
        return "redirect:/families/" + family + "/reverification";
    }

    private String form(FamilyHead head, long checkId, Model model) {
        CheckReader.Item item = checks.ofCheck(head.id(), checkId).orElseThrow(NotFound::new);
        CheckReader.Check check = item.checks().stream()
                .filter(known -> known.id() == checkId)
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("family", head);
        model.addAttribute("item", item);
        model.addAttribute("check", check);
        model.addAttribute("onFile", onFile.of(head, item).get(checkId));
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("SAME", say("reverification.outcome.SAME"));
        outcomes.put("CORRECTED", say("reverification.outcome.CORRECTED"));
        model.addAttribute("outcomes", outcomes);
        return "reverification/settle-form";
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
