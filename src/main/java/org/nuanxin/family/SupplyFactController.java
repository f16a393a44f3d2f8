package org.nuanxin.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** 补录: one fact of a member, asked from the line whose answer waits for it or from the page of the facts. */
@Controller
@RequestMapping("/families/{family:\\d+}/people/{person:\\d+}/facts/{fact}")
class SupplyFactController {

    private static final int LONGEST = 100;

    private final FamilyHeads heads;
    private final DatedFacts facts;
    private final FactWords words;
    private final Clock clock;

    SupplyFactController(FamilyHeads heads, DatedFacts facts, FactWords words, Clock clock) {
        this.heads = heads;
        this.facts = facts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @CanEditFamilies
    String form(
            @PathVariable long family,
            @PathVariable long person,
            @PathVariable String fact,
            @ModelAttribute("form") FactForm form,
            Model model) {
        if (form.getFrom() == null) {
            LocalDate today = LocalDate.now(clock);
            LocalDate asOf = form.getAsOf();
            form.setFrom(asOf == null || asOf.isAfter(today) ? today : asOf);
        }
        fill(model, family, person, fact);
        return "family/fact-form";
    }

    @PostMapping
    @CanEditFamilies
    Object supply(
            @PathVariable long family,
            @PathVariable long person,
            @PathVariable String fact,
            @ModelAttribute("form") FactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        FactKind kind = FactKind.of(fact).orElseThrow(NotFound::new);
        check(form, kind, errors);
        LocalDate from = form.getFrom();
        if (errors.hasErrors() || from == null || form.getValue() == null) {
            fill(model, family, person, fact);
            return new ModelAndView("family/fact-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        facts.record(
                family,
                person,
                new NewFamily.NewFact(
                        fact,
                        form.getValue().strip(),
                        from,
                        form.getDue(),
                        form.getSource().strip()));
        flash.addFlashAttribute("notice", "policy.supply.saved");
        flash.addFlashAttribute("noticeArgs", List.of(words.label(kind)));
        if (form.toFacts()) {
            return "redirect:/families/" + family + "/facts#p" + person;
        }
        flash.addAttribute("why", form.getWhy());
        if (form.getAsOf() != null) {
            flash.addAttribute("asOf", form.getAsOf().toString());
        }
        String line = form.getWhy().matches("[a-z0-9-]+") ? "#" + form.getWhy() : "";
        return "redirect:/families/" + family + "/benefits" + line;
    }

    private void check(FactForm form, FactKind kind, BindingResult errors) {
        String label = words.label(kind);
        String value = form.getValue();
        boolean fits = value != null
                && (kind.isText()
                        ? value.length() <= LONGEST
                        : words.choices(kind).containsKey(value));
        if (!fits) {
            errors.rejectValue("value", "policy.supply.value.missing", new Object[] {label}, null);
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
        if (form.getSource().isBlank()) {
            errors.rejectValue("source", "policy.supply.source.missing");
        }
    }

    private void fill(Model model, long family, long person, String fact) {
        FactKind kind = FactKind.of(fact).orElseThrow(NotFound::new);
        FamilyHead head = heads.read(family);
        FamilyHead.Member member = head.members().stream()
                .filter(someone -> someone.id() == person)
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("family", head);
        model.addAttribute("person", member);
        model.addAttribute("fact", fact);
        model.addAttribute("kind", kind);
        model.addAttribute("label", words.label(kind));
        model.addAttribute("choices", words.choices(kind));
    }
}
