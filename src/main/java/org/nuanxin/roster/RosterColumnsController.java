package org.nuanxin.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.account.CanImportRosters;
import org.nuanxin.common.Rejected;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Step 2: what each column means, and a hand on it. */
@Controller
class RosterColumnsController {

    private final RosterImports imports;
    private final MessageSource messages;

    RosterColumnsController(RosterImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/rosters/{id}/columns")
    @CanImportRosters
    String columns(@PathVariable long id, Model model, Locale locale) {
        RosterImport roster = imports.find(id);
        if (roster.state().isWorking() || roster.state() == RosterImport.State.DONE) {
            return "redirect:/rosters/" + id;
        }
        return page(roster, model, locale);
    }

    @PostMapping("/rosters/{id}/columns")
    @CanImportRosters
    String choose(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        RosterImport roster = imports.find(id);
        try {
            imports.choose(roster, chosen(parameters));
            return "redirect:/rosters/" + id;
        } catch (Rejected rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("rejected", rejected.key());
            model.addAttribute("chosen", parameters);
            return page(roster, model, locale);
        }
    }

    private String page(RosterImport roster, Model model, Locale locale) {
        Map<RosterField, String> fields = new LinkedHashMap<>();
        for (RosterField field : RosterField.values()) {
            fields.put(field, messages.getMessage(field.key(), null, locale));
        }
        model.addAttribute("roster", roster);
        model.addAttribute("outline", imports.outline(roster));
        model.addAttribute("fields", fields);
        return "roster/roster-columns";
    }

    /** Parameters are c-sheet-column; an empty value leaves the column out. */
    private static Map<String, Optional<RosterField>> chosen(Map<String, String> parameters) {
        Map<String, Optional<RosterField>> chosen = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("c-")) {
                chosen.put(name.substring(2), field(value));
            }
        });
        return chosen;
    }

    private static Optional<RosterField> field(String value) {
        for (RosterField field : RosterField.values()) {
            if (field.name().equals(value)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
