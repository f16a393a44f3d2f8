package org.nuanxin.common;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component in every state on one page, for whoever builds a page; in the demonstration only. */
@Controller
@Profile({"demo", "test"})
class StyleguideController {

    private final MessageSource messages;

    StyleguideController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/styleguide")
    @PreAuthorize("isAuthenticated()")
    String page(Model model) {
        StyleguideForm form = new StyleguideForm();
        BindingResult errors = new BeanPropertyBindingResult(form, "sample");
        errors.rejectValue("badDate", "styleguide.error.date");
        errors.rejectValue("badTown", "styleguide.error.town");
        errors.rejectValue("badChannel", "styleguide.error.channel");
        model.addAttribute("sample", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sample", errors);
        model.addAttribute("channels", options("home", "phone", "venue"));
        model.addAttribute("towns", options("hongli", "shuitou", "meishan"));
        model.addAttribute("crumbs", List.of(new Crumb(text("menu.families"), "/styleguide"), new Crumb("洪濑镇", null)));
        model.addAttribute("chips", List.of(new Chip(text("styleguide.chip"), "/styleguide")));
        model.addAttribute(
                "steps", List.of(text("styleguide.step.1"), text("styleguide.step.2"), text("styleguide.step.3")));
        model.addAttribute("rows", new KeysetPage<>(List.of("傅金钗", "黄建福"), "next", false, 44));
        model.addAttribute(
                "funders",
                StackedBar.of(List.of(
                        part("city", "1800.00"),
                        part("county", "100.00"),
                        part("city-fpa", "1000.00"),
                        part("county-fpa", "700.00"),
                        part("other", "1862.40"))));
        return "styleguide/styleguide";
    }

    /** A step of the way to the page; path is null for what is no page. */
    public record Crumb(String text, @Nullable String path) {}

    /** A filter in force and the address without it. */
    public record Chip(String text, String remove) {}

    private StackedBar.Part part(String funder, String yuan) {
        return new StackedBar.Part(funder, text("styleguide.funder." + funder), new BigDecimal(yuan), "¥" + yuan);
    }

    private Map<String, String> options(String... keys) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String key : keys) {
            options.put(key, text("styleguide.option." + key));
        }
        return options;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
