package org.nuanxin.setting;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanDecideSettings;
import org.nuanxin.account.CanSeeSettings;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
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

/** One setting at a place: what counts there, a new value from a day on, and the line of values through time. */
@Controller
@RequestMapping("/settings/{key:[a-z-]+\\.[a-z-]+}")
class SettingController {

    private final SettingCatalogue catalogue;
    private final SettingReading reading;
    private final SettingDecisions decisions;
    private final SettingPlaces places;
    private final Regions regions;
    private final Clock clock;

    SettingController(
            SettingCatalogue catalogue,
            SettingReading reading,
            SettingDecisions decisions,
            SettingPlaces places,
            Regions regions,
            Clock clock) {
        this.catalogue = catalogue;
        this.reading = reading;
        this.decisions = decisions;
        this.places = places;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    @CanSeeSettings
    String show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String in,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        SettingForm form = new SettingForm();
        form.setDay(LocalDate.now(clock).plusDays(1));
        model.addAttribute("form", form);
        put(key, places.at(in, account), account, model);
        return "setting/setting-page";
    }

    @PostMapping
    @CanDecideSettings
    ModelAndView decide(
            @PathVariable String key,
            @RequestParam String in,
            @Valid @ModelAttribute("form") SettingForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            RedirectAttributes flash,
            Model model) {
        LocalDate day = form.getDay();
        checkValue(key, form, errors);
        if (day == null && !errors.hasFieldErrors("day")) {
            errors.rejectValue("day", "setting.error.day");
        }
        if (!errors.hasErrors() && day != null) {
            try {
                decisions.decide(key, in, form.getValue(), day, form.getReason());
                return done(key, in, "setting.notice.decided", flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        put(key, places.at(in, account), account, model);
        return new ModelAndView("setting/setting-page", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id:\\d+}/{act:correct|end}")
    @CanDecideSettings
    String startAct(@PathVariable String key, @PathVariable long id, @PathVariable String act, Model model) {
        SettingLine line = reading.byId(id);
        SettingForm form = new SettingForm();
        form.setValue(line.value());
        LocalDate today = LocalDate.now(clock);
        form.setDay(line.future(today) ? line.from() : today.plusDays(1));
        model.addAttribute("form", form);
        return actPage(line, act, model);
    }

    @PostMapping("/{id:\\d+}/{act:correct|end}")
    @CanDecideSettings
    ModelAndView act(
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable String act,
            @Valid @ModelAttribute("form") SettingForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        SettingLine line = reading.byId(id);
        boolean correct = act.equals("correct");
        LocalDate day = form.getDay();
        if (correct) {
            checkValue(line.key(), form, errors);
        } else if (day == null && !errors.hasFieldErrors("day")) {
            errors.rejectValue("day", "setting.error.day");
        }
        if (!errors.hasErrors()) {
            try {
                if (correct) {
                    decisions.correct(id, form.getValue(), form.getReason());
                } else if (day != null) {
                    decisions.end(id, day, form.getReason());
                }
                return done(
                        line.key(),
                        line.appliesTo(),
                        correct ? "setting.notice.corrected" : "setting.notice.ended",
                        flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(actPage(line, act, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void checkValue(String key, SettingForm form, BindingResult errors) {
        Setting setting = catalogue.byKey(key);
        if (!setting.accepts(form.getValue())) {
            if (setting.choices().isEmpty()) {
                errors.rejectValue(
                        "value", "setting.reject.value", new Object[] {setting.least(), setting.most()}, null);
            } else {
                errors.rejectValue("value", "setting.error.choose");
            }
        }
    }

    private void put(String key, Region here, SignedInAccount account, Model model) {
        Setting setting = words(key, model);
        List<SettingLine> line = reading.line(key, here.path());
        List<SettingLine> below = reading.below(key, here.path());
        LocalDate today = LocalDate.now(clock);
        SettingLine inForce = line.stream()
                .filter(one -> one.supersededAt() == null && one.inForceOn(today))
                .findFirst()
                .orElse(null);
        model.addAttribute("here", here);
        model.addAttribute("place", regions.name(here));
        model.addAttribute("inForce", inForce);
        model.addAttribute("value", inForce == null ? setting.fallback() : inForce.value());
        model.addAttribute(
                "line", line.stream().filter(one -> one.supersededAt() == null).toList());
        model.addAttribute(
                "former",
                line.stream().filter(one -> one.supersededAt() != null).toList());
        model.addAttribute("below", below);
        model.addAttribute("names", names(line, below));
        model.addAttribute("places", places.choices(here));
        model.addAttribute("today", today);
        model.addAttribute("mayDecide", account.has(Role.POLICY_ADMIN) && decisions.mayDecide(here.path()));
    }

    private Map<String, String> names(List<SettingLine> line, List<SettingLine> below) {
        return regions
                .byPaths(Stream.concat(line.stream(), below.stream())
                        .map(SettingLine::appliesTo)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Region::path, regions::name));
    }

    private String actPage(SettingLine line, String act, Model model) {
        words(line.key(), model);
        model.addAttribute("decision", line);
        model.addAttribute("place", regions.name(regions.byPath(line.appliesTo())));
        model.addAttribute("act", act);
        model.addAttribute("future", line.future(LocalDate.now(clock)));
        return "setting/setting-act";
    }

    private Setting words(String key, Model model) {
        Setting setting = catalogue.byKey(key);
        Map<String, String> choices = new LinkedHashMap<>();
        setting.choices().forEach(choice -> choices.put(choice, catalogue.value(setting, choice)));
        model.addAttribute("setting", setting);
        model.addAttribute("name", catalogue.name(setting));
        model.addAttribute("what", catalogue.what(setting));
        model.addAttribute("choices", choices);
        return setting;
    }

    private static ModelAndView done(String key, String path, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/settings/" + key + "?in=" + path);
    }
}
