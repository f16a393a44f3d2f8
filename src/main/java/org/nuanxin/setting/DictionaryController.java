package org.nuanxin.setting;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanKeepDictionaries;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
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

/** 常用词: the lists that forms suggest from, searched, added to, renamed, ordered, retired. */
@Controller
@RequestMapping("/dictionaries")
@CanKeepDictionaries
class DictionaryController {

    private static final int HISTORY = 50;

    private final Dictionary dictionary;
    private final SettingPlaces places;
    private final Regions regions;
    private final Audit audit;

    DictionaryController(Dictionary dictionary, SettingPlaces places, Regions regions, Audit audit) {
        this.dictionary = dictionary;
        this.places = places;
        this.regions = regions;
        this.audit = audit;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "BANK") DictionaryEntry.Kind kind,
            @RequestParam(required = false) @Nullable String q,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("form", new DictionaryForm());
        return listPage(kind, q, account, model);
    }

    @PostMapping
    ModelAndView add(
            @RequestParam DictionaryEntry.Kind kind,
            @Valid @ModelAttribute("form") DictionaryForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                dictionary.add(kind, form.getIn(), form.words());
                flash.addFlashAttribute("notice", "setting.dictionary.notice.added");
                return new ModelAndView("redirect:/dictionaries?kind=" + kind);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return invalid(listPage(kind, null, account, model), model);
    }

    @GetMapping("/{id:\\d+}")
    String entry(@PathVariable long id, Model model) {
        model.addAttribute("form", DictionaryForm.of(dictionary.read(id)));
        return entryPage(id, model);
    }

    @PostMapping("/{id:\\d+}")
    ModelAndView change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DictionaryForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                dictionary.change(id, form.getVersion(), form.words(), form.getPosition());
                return done(id, flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return invalid(entryPage(id, model), model);
    }

    /** Retires a word, or suggests it again. */
    @PostMapping("/{id:\\d+}/state")
    ModelAndView state(
            @PathVariable long id,
            @ModelAttribute("form") DictionaryForm form,
            BindingResult errors,
            RedirectAttributes flash,
            Model model) {
        if (form.getReason().isBlank() || form.getReason().length() > 200) {
            errors.rejectValue("reason", "setting.error.reason");
        }
        if (!errors.hasErrors()) {
            try {
                if (dictionary.read(id).active()) {
                    dictionary.retire(id, form.getVersion(), form.getReason());
                } else {
                    dictionary.restore(id, form.getVersion(), form.getReason());
                }
                return done(id, flash);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        DictionaryEntry entry = dictionary.read(id);
        form.setNameZh(entry.nameZh());
        form.setNameEn(entry.nameEn());
        form.setPosition(entry.position());
        return invalid(entryPage(id, model), model);
    }

    private String listPage(DictionaryEntry.Kind kind, @Nullable String q, SignedInAccount account, Model model) {
        String text = q == null ? "" : q.strip();
        List<DictionaryEntry> found = dictionary.all(kind).stream()
                .filter(entry -> (entry.nameZh() + " " + entry.nameEn())
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, String> mine = places.choices(places.at(null, account));
        mine.keySet().removeIf(path -> !dictionary.keeps(path));
        model.addAttribute("entries", found);
        model.addAttribute("names", names(found));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", DictionaryEntry.Kind.values());
        model.addAttribute("q", text.isEmpty() ? null : text);
        model.addAttribute("places", mine);
        return "setting/dictionary-list";
    }

    private String entryPage(long id, Model model) {
        DictionaryEntry entry = dictionary.read(id);
        model.addAttribute("entry", entry);
        model.addAttribute("place", regions.name(regions.byPath(entry.appliesTo())));
        model.addAttribute("keeps", dictionary.keeps(entry.appliesTo()));
        model.addAttribute("history", audit.ofSubject(Subject.dictionary(id), HISTORY));
        return "setting/dictionary-entry";
    }

    private Map<String, String> names(List<DictionaryEntry> found) {
        return regions
                .byPaths(found.stream()
                        .map(DictionaryEntry::appliesTo)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Region::path, regions::name));
    }

    private static ModelAndView done(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "setting.dictionary.notice.saved");
        return new ModelAndView("redirect:/dictionaries/" + id);
    }

    private static ModelAndView invalid(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
