package org.nuanxin.policy;

import java.time.Clock;
import java.time.LocalDate;
import org.nuanxin.account.CanSeePolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One version of a rule, to read. */
@Controller
class RuleController {

    private final Library library;
    private final RuleWords words;
    private final Clock clock;

    RuleController(Library library, RuleWords words, Clock clock) {
        this.library = library;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/policy/rules/{id}")
    @CanSeePolicy
    String rule(@PathVariable long id, Model model) {
        RuleVersion rule = library.rule(id);
        model.addAttribute("rule", rule);
        model.addAttribute(
                "program",
                library.program(rule.programCode(), LocalDate.now(clock)).program());
        model.addAttribute("versions", library.versions(rule.programCode()));
        model.addAttribute("table", library.table(id));
        model.addAttribute("funders", words.funders());
        return "policy/rule-page";
    }
}
