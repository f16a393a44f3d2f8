package org.nuanxin.life;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanRecordLifeEvents;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.LifeCourse;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.PersonRole;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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

/** 变更登记: what can happen, a guided page for each, what is on record, and taking back a mistake. */
@Controller
@RequestMapping("/families/{id:\\d+}/life")
@CanRecordLifeEvents
class LifeController {

    private static final String TURN = "/{turn:[a-z-]+}";
    private static final String VIEW = "life/life-form";

    private final LifeEvents events;
    private final FamilyHeads heads;
    private final Regions regions;
    private final Clock clock;

    LifeController(LifeEvents events, FamilyHeads heads, Regions regions, Clock clock) {
        this.events = events;
        this.heads = heads;
        this.regions = regions;
        this.clock = clock;
    }

    @ModelAttribute
    void page(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        model.addAttribute("family", heads.read(id));
        String path = account.regionPath();
        model.addAttribute("mine", path == null ? Map.of() : regions.townshipsByCounty(new RegionPath(path)));
    }

    @GetMapping
    String all(
            @PathVariable long id,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("turns", LifeTurn.offered(family, account));
        model.addAttribute("events", events.of(id));
        return "life/life-list";
    }

    @GetMapping(TURN)
    String guide(
            @PathVariable String turn,
            @RequestParam(required = false) @Nullable Long person,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        LifeForm form = new LifeForm();
        form.setPerson(person);
        model.addAttribute("form", form);
        explain(offered(turn, family, account), family, form, model);
        return VIEW;
    }

    /** Lists villages where no script runs, and shows what follows for the person chosen. */
    @PostMapping(path = TURN, params = "reload")
    String reload(
            @PathVariable String turn,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @AuthenticationPrincipal SignedInAccount account,
            @ModelAttribute("form") LifeForm form,
            Model model) {
        explain(offered(turn, family, account), family, form, model);
        return VIEW;
    }

    @PostMapping(TURN)
    ModelAndView record(
            @PathVariable long id,
            @PathVariable String turn,
            @ModelAttribute(name = "family", binding = false) FamilyHead family,
            @AuthenticationPrincipal SignedInAccount account,
            @Valid @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        LifeTurn wanted = LifeTurn.of(turn);
        if (!wanted.may(account)) {
            throw new AccessDeniedException("not this role's");
        }
        check(wanted, family, account, form, errors);
        if (!errors.hasErrors()) {
            try {
                FamilyChange change = events.record(happening(id, wanted, form));
                flash.addFlashAttribute("notice", "life.notice." + change.kind());
                return new ModelAndView("redirect:/families/" + id + "/life");
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        explain(wanted, family, form, model);
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/events/{event:\\d+}/withdraw")
    String withdraw(
            @PathVariable long id,
            @PathVariable long event,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            flash.addFlashAttribute("refused", "life.error.withdraw");
            flash.addFlashAttribute("typed", reason);
            flash.addFlashAttribute("of", event);
            return "redirect:/families/{id}/life";
        }
        try {
            events.withdraw(id, event, reason.strip());
            flash.addFlashAttribute("notice", "life.notice.withdrawn");
        } catch (Rejected refused) {
            flash.addFlashAttribute("refused", refused.key());
            flash.addFlashAttribute("typed", reason);
            flash.addFlashAttribute("of", event);
        }
        return "redirect:/families/{id}/life";
    }

    private LifeTurn offered(String path, FamilyHead family, SignedInAccount account) {
        LifeTurn turn = LifeTurn.of(path);
        if (!turn.may(account)) {
            throw new AccessDeniedException("not this role's");
        }
        if (!turn.fits(family)) {
            throw new NotFound();
        }
        return turn;
    }

    private void explain(LifeTurn turn, FamilyHead family, LifeForm form, Model model) {
        FamilyChange change = FamilyChange.of(kind(turn, family, form), family.id(), LocalDate.now(clock));
        Long person = form.getPerson();
        model.addAttribute("turn", turn);
        model.addAttribute("kind", change.kind());
        model.addAttribute("people", people(turn, family));
        model.addAttribute("lines", events.foresee(person == null ? change : change.ofPerson(person)));
    }

    /** With one parent left, a death is the last one's. */
    private static FamilyChange.Kind kind(LifeTurn turn, FamilyHead family, LifeForm form) {
        List<FamilyHead.Member> parents = people(LifeTurn.DIVORCE, family);
        boolean last = turn == LifeTurn.DEATH
                && parents.size() == 1
                && (form.getPerson() == null
                        || form.getPerson() == parents.get(0).id());
        return last ? FamilyChange.Kind.LAST_PARENT_DIED : turn.kind();
    }

    private static List<FamilyHead.Member> people(LifeTurn turn, FamilyHead family) {
        return turn == LifeTurn.DIVORCE
                ? family.living().stream()
                        .filter(member -> member.role() == PersonRole.PARENT)
                        .toList()
                : family.living();
    }

    private void check(LifeTurn turn, FamilyHead family, SignedInAccount account, LifeForm form, BindingResult errors) {
        Long person = form.getPerson();
        if (turn.asksWho() && family.members().stream().noneMatch(m -> person != null && m.id() == person)) {
            errors.rejectValue("person", "life.error.person");
        }
        String name = form.getName();
        if (turn.asksNewcomer() && (name == null || name.isBlank())) {
            errors.rejectValue("name", "life.error.name");
        }
        String id = form.getCitizenId();
        if (turn.asksNewcomer()
                && id != null
                && !id.isBlank()
                && CitizenId.fault(id).isPresent()) {
            errors.rejectValue("citizenId", "life.error.citizen-id");
        }
        String heir = form.getHeirName();
        String relation = form.getHeirRelation();
        if (heir != null && !heir.isBlank() && (relation == null || relation.isBlank())) {
            errors.rejectValue("heirRelation", "life.error.relation");
        }
        if (turn == LifeTurn.DIVORCE) {
            String path = form.getHome().path();
            String within = account.regionPath();
            boolean known = path != null
                    && within != null
                    && path.startsWith(within)
                    && regions.findByPath(path)
                            .filter(village -> village.active() && village.level() == Region.Level.VILLAGE)
                            .isPresent();
            if (!known) {
                errors.rejectValue("home.village", "life.error.village");
            }
        }
    }

    private static LifeEvents.Happening happening(long id, LifeTurn turn, LifeForm form) {
        String home = form.getHome().path();
        String heir = form.getHeirName();
        return new LifeEvents.Happening(
                form.getClientId(),
                id,
                turn.kind(),
                turn.asksWho() ? form.getPerson() : null,
                Objects.requireNonNull(form.getOn()),
                Objects.requireNonNull(form.getSource()).strip(),
                form.getNote(),
                turn.asksNewcomer() ? newcomer(turn, form) : null,
                home == null ? null : new LifeCourse.NewHome(UUID.randomUUID(), home, form.getAddress()),
                heir == null || heir.isBlank()
                        ? null
                        : new LifeEvents.Heir(
                                heir.strip(), Objects.requireNonNull(form.getHeirRelation()), form.getHeirPhone()));
    }

    private static NewFamily.NewPerson newcomer(LifeTurn turn, LifeForm form) {
        String id = form.getCitizenId();
        return new NewFamily.NewPerson(
                UUID.randomUUID(),
                turn == LifeTurn.REMARRIAGE ? PersonRole.SPOUSE : PersonRole.GRANDCHILD,
                false,
                Objects.requireNonNull(form.getName()).strip(),
                id == null || id.isBlank() ? null : new CitizenId(id),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
