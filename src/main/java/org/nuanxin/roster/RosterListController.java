package org.nuanxin.roster;

import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanImportRosters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The imports of my region, newest first. */
@Controller
class RosterListController {

    private final RosterImports imports;

    RosterListController(RosterImports imports) {
        this.imports = imports;
    }

    @GetMapping("/rosters")
    @CanImportRosters
    String list(@RequestParam(required = false) @Nullable Long after, Model model) {
        model.addAttribute("page", imports.page(after));
        return "roster/roster-list";
    }
}
