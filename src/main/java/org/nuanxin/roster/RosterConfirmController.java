package org.nuanxin.roster;

import org.nuanxin.account.CanImportRosters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 4: the totals, and the word that writes them. */
@Controller
class RosterConfirmController {

    private final RosterImports imports;

    RosterConfirmController(RosterImports imports) {
        this.imports = imports;
    }

    @GetMapping("/rosters/{id}/confirm")
    @CanImportRosters
    String ask(@PathVariable long id, Model model) {
        RosterImport roster = imports.find(id);
        if (roster.state() != RosterImport.State.READ) {
            return "redirect:/rosters/" + id;
        }
        model.addAttribute("roster", roster);
        model.addAttribute("taken", imports.taken(roster));
        return "roster/roster-confirm";
    }

    /** Pressed twice, it is still one import: both presses end at its receipt. */
    @PostMapping("/rosters/{id}/confirm")
    @CanImportRosters
    String confirm(@PathVariable long id) {
        RosterImport roster = imports.find(id);
        if (roster.ready() + imports.taken(roster) > 0) {
            imports.confirm(roster);
        }
        return "redirect:/rosters/" + id;
    }
}
