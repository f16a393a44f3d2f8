package org.nuanxin.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
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

/** 更正 and 到此为止: one statement about a member is put right or ended, with the reason. */
@Controller
@RequestMapping("/families/{family:\\d+}/facts/{statement:\\d+}/{act:correct|end}")
@CanEditFamilies
class FactCorrectionController {

    private static final String VIEW = "family/fact-correction";
    private static final int LONGEST = 100;

    private final FamilyHeads heads;
    private final FactHistory history;
    private final FactCorrections corrections;
    private final FactWords words;
    private final Clock clock;

    FactCorrectionController(
            FamilyHeads heads, FactHistory history, FactCorrections corrections, FactWords words, Clock clock) {
        this.heads = heads;
        this.history = history;
        this.corrections = corrections;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute
    void page(@PathVariable long family, @PathVariable long statement, @PathVariable String act, Model model) {
        FamilyHead head = heads.read(family);
        FactHistory.Statement said = history.one(family, statement);
        FactKind kind = FactKind.of(said.name()).orElseThrow(NotFound::new);
        model.addAttribute("family", head);
        model.addAttribute("statement", said);
        model.addAttribute(
                "person",
                head.members().stream()
                        .filter(member -> member.id() == said.personId())
                        .findFirst()
                        .orElseThrow(NotFound::new));
        model.addAttribute("kind", kind);
        model.addAttribute("act", act);
        model.addAttribute("label", words.label(kind));
        model.addAttribute("choices", words.choices(kind));
    }

    @GetMapping
    String stored(@ModelAttribute(name = "statement", binding = false) FactHistory.Statement said, Model model) {
        model.addAttribute("form", CorrectionForm.of(said));
        return VIEW;
    }

    @PostMapping
    ModelAndView mend(
            @PathVariable long family,
            @PathVariable String act,
            @ModelAttribute(name = "statement", binding = false) FactHistory.Statement said,
            @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        boolean end = act.equals("end");
        FactKind kind = FactKind.of(said.name()).orElseThrow(NotFound::new);
        if (end) {
            checkEnd(form, errors);
        } else {
            checkRight(form, kind, errors);
        }
        String reason = form.getReason();
        if (reason == null || reason.isBlank()) {
            errors.rejectValue("reason", "family.facts.reason.missing");
        }
        if (!errors.hasErrors() && reason != null) {
            try {
                mend(family, said, form, end, reason.strip());
                flash.addFlashAttribute("notice", end ? "family.facts.ended" : "family.facts.corrected");
                flash.addFlashAttribute("noticeArgs", List.of(words.label(kind)));
                return new ModelAndView("redirect:/families/" + family + "/facts#p" + said.personId());
            } catch (Rejected refused) {
                errors.rejectValue(end ? "on" : "from", refused.key());
            } catch (FactCorrections.Outdated outdated) {
                throw new StaleVersion("/families/" + family + "/facts?before", differences(family, said, form, end));
            }
        }
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void mend(long family, FactHistory.Statement said, CorrectionForm form, boolean end, String reason) {
        LocalDate on = form.getOn();
        if (end && on != null) {
            corrections.end(family, said.id(), on, reason);
            return;
        }
        String value = form.getValue();
        LocalDate from = form.getFrom();
        String source = form.getSource();
        if (value != null && from != null && source != null) {
            corrections.correct(
                    family,
                    said.id(),
                    new NewFamily.NewFact(said.name(), value.strip(), from, form.getDue(), source.strip()),
                    reason);
        }
    }

    private void checkEnd(CorrectionForm form, BindingResult errors) {
        LocalDate on = form.getOn();
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "family.facts.on.missing");
        } else if (on != null && on.isAfter(LocalDate.now(clock))) {
            errors.rejectValue("on", "policy.supply.from.future");
        }
    }

    private void checkRight(CorrectionForm form, FactKind kind, BindingResult errors) {
        String value = form.getValue();
        boolean fits = value != null
                && (kind.isText()
                        ? value.length() <= LONGEST
                        : words.choices(kind).containsKey(value));
        if (!fits) {
            errors.rejectValue("value", "policy.supply.value.missing", new Object[] {words.label(kind)}, null);
        }
        LocalDate from = form.getFrom();
        if (from == null && !errors.hasFieldErrors("from")) {
            errors.rejectValue("from", "policy.supply.from.missing");
        } else if (from != null && from.isAfter(LocalDate.now(clock))) {
            errors.rejectValue("from", "policy.supply.from.future");
        }
        if (from != null && form.getDue() != null && !form.getDue().isAfter(from)) {
            errors.rejectValue("due", "policy.supply.due.early");
        }
        if (form.getSource() == null || form.getSource().isBlank()) {
            errors.rejectValue("source", "policy.supply.source.missing");
        }
    }

    /** What stands there now beside what was typed. */
    private List<StaleVersion.Difference> differences(
            long family, FactHistory.Statement said, CorrectionForm form, boolean end) {
        LocalDate on = end && form.getOn() != null ? form.getOn() : said.from();
        FactHistory.@Nullable Statement now = history.of(family).stream()
                .filter(FactHistory.Statement::current)
                .filter(other ->
                        other.personId() == said.personId() && other.name().equals(said.name()))
                .filter(other -> other.holdsOn(on))
                .findFirst()
                .orElse(null);
        Map<String, String> typed = end
                ? Map.of("family.facts.on", String.valueOf(form.getOn()))
                : Map.of(
                        "family.facts.value", words.value(said.name(), String.valueOf(form.getValue())),
                        "family.facts.from", String.valueOf(form.getFrom()));
        return typed.entrySet().stream()
                .map(entry -> new StaleVersion.Difference(
                        entry.getKey(),
                        now == null
                                ? ""
                                : switch (entry.getKey()) {
                                    case "family.facts.value" -> words.value(now.name(), now.value());
                                    case "family.facts.from" -> now.from().toString();
                                    default -> now.to() == null ? "" : now.to().toString();
                                },
                        entry.getValue()))
                .toList();
    }
}
