package org.nuanxin.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyStatus;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Logging a visit, in the office and on the phone: one form, two frames. */
@Controller
class VisitFormController {

    private final Visits visits;
    private final FamilyHeads heads;
    private final Accounts accounts;
    private final Formats formats;
    private final List<VisitCheck> checks;
    private final Clock clock;

    VisitFormController(
            Visits visits,
            FamilyHeads heads,
            Accounts accounts,
            Formats formats,
            List<VisitCheck> checks,
            Clock clock) {
        this.visits = visits;
        this.heads = heads;
        this.accounts = accounts;
        this.formats = formats;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping({"/families/{family:\\d+}/visits/new", "/m/families/{family:\\d+}/visits/new"})
    @CanLogVisits
    String form(
            @PathVariable long family,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            Model model) {
        FamilyHead head = open(family);
        VisitForm form = new VisitForm();
        form.setOn(formats.today());
        form.setAt(LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES));
        form.setVisitor(account.id());
        form.setMembers(members(head));
        if (head.preferences().visits() != ContactPreferences.Visits.WELCOME) {
            form.setChannel(Channel.PHONE);
        }
        model.addAttribute("form", form);
        return page(head, account, request, model);
    }

    @PostMapping({"/families/{family:\\d+}/visits", "/m/families/{family:\\d+}/visits"})
    @CanLogVisits
    ModelAndView log(
            @PathVariable long family,
            @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletRequest request,
            Model model) {
        FamilyHead head = open(family);
        form.check(errors, formats.today());
        List<String> words = form.words();
        if (errors.hasErrors() || !words.isEmpty()) {
            name(form, head);
            model.addAttribute("words", words);
            return new ModelAndView(
                    page(head, account, request, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Visits.Receipt receipt = visits.log(
                family,
                new NewVisit(form.getClientId(), onPhone(request), visitor(form, head, account), form.content()),
                form.getChecks());
        return new ModelAndView(
                "redirect:" + (onPhone(request) ? "/m" : "") + "/visits/" + receipt.visitId() + "/receipt");
    }

    private FamilyHead open(long family) {
        FamilyHead head = heads.read(family);
        if (head.status() == FamilyStatus.EXITED) {
            throw new NotFound();
        }
        return head;
    }

    private String page(FamilyHead head, SignedInAccount account, HttpServletRequest request, Model model) {
        model.addAttribute("family", head);
        model.addAttribute("promised", visits.lastPromise(head.id()));
        model.addAttribute("byWish", head.preferences().visits() != ContactPreferences.Visits.WELCOME);
        model.addAttribute("helpLine", CareLimits.HELP_LINE);
        model.addAttribute("visitChecks", asked(head));
        model.addAttribute("action", (onPhone(request) ? "/m" : "") + "/families/" + head.id() + "/visits");
        model.addAttribute(
                "visitors",
                accounts.visitors(head.residencePath()).stream()
                        .collect(Collectors.toMap(
                                Accounts.Colleague::id,
                                Accounts.Colleague::displayName,
                                (a, b) -> a,
                                java.util.LinkedHashMap::new)));
        if (onPhone(request)) {
            PhoneController.bar(model);
            return "care/phone-visit";
        }
        return "care/visit-form";
    }

    private List<VisitCheck.Part> asked(FamilyHead head) {
        List<VisitCheck.Part> parts = new ArrayList<>();
        for (VisitCheck check : checks) {
            Object content = check.content(head);
            if (content != null) {
                parts.add(new VisitCheck.Part(check.template(), content));
            }
        }
        return parts;
    }

    private static boolean onPhone(HttpServletRequest request) {
        return request.getServletPath().startsWith("/m/");
    }

    /** Only somebody who may visit here; else the person at the keyboard. */
    private Long visitor(VisitForm form, FamilyHead head, SignedInAccount account) {
        Long asked = form.getVisitor();
        if (asked == null || asked.equals(account.id())) {
            return account.id();
        }
        return accounts.visitors(head.residencePath()).stream()
                .map(Accounts.Colleague::id)
                .filter(asked::equals)
                .findFirst()
                .orElse(account.id());
    }

    static List<MemberForm> members(FamilyHead head) {
        return head.living().stream()
                .map(member -> {
                    MemberForm form = new MemberForm();
                    form.setPersonId(member.id());
                    form.setName(member.name());
                    return form;
                })
                .toList();
    }

    /** Names come from the record, not from what was sent. */
    static void name(VisitForm form, FamilyHead head) {
        Map<Long, FamilyHead.Member> known =
                head.members().stream().collect(Collectors.toMap(FamilyHead.Member::id, Function.identity()));
        form.getMembers().removeIf(member -> !known.containsKey(member.getPersonId()));
        form.getMembers()
                .forEach(member -> member.setName(
                        Objects.requireNonNull(known.get(member.getPersonId())).name()));
    }
}
