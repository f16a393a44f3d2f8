package org.nuanxin.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeePolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The programs and, for each, its versions, its table and who has adopted it. */
@Controller
class ProgramController {

    private final Library library;
    private final RuleWords words;
    private final Clock clock;

    ProgramController(Library library, RuleWords words, Clock clock) {
        this.library = library;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/policy")
    @CanSeePolicy
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Library.@Nullable State state,
            Model model) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        List<Library.Entry> found = library.programs(LocalDate.now(clock)).stream()
                .filter(entry -> matches(entry.program(), text))
                .toList();
        Map<Library.State, Long> counts = new EnumMap<>(Library.State.class);
        found.forEach(entry -> counts.merge(entry.state(), 1L, Long::sum));
        model.addAttribute("q", q.strip());
        model.addAttribute("state", state);
        model.addAttribute("counts", counts);
        model.addAttribute("total", found.size());
        model.addAttribute(
                "programs",
                found.stream()
                        .filter(entry -> state == null || entry.state() == state)
                        .toList());
        model.addAttribute("funders", words.funders());
        return "policy/program-list";
    }

    @GetMapping("/policy/programs/{code}")
    @CanSeePolicy
    String program(@PathVariable String code, Model model) {
        LocalDate today = LocalDate.now(clock);
        Library.Entry entry = library.program(code, today);
        model.addAttribute("entry", entry);
        model.addAttribute("program", entry.program());
        model.addAttribute("versions", library.versions(code));
        model.addAttribute("rule", entry.rule());
        if (entry.rule() != null) {
            model.addAttribute("table", library.table(entry.rule().id()));
        }
        model.addAttribute("funders", words.funders());
        model.addAttribute(
                "readings",
                library.readings().stream()
                        .filter(reading -> reading.program() != null
                                && reading.program().code().equals(code))
                        .toList());
        if (entry.program().needsAdoption()) {
            model.addAttribute("counties", library.counties(code, today));
        }
        return "policy/program-page";
    }

    private static boolean matches(Program program, String text) {
        return program.code().contains(text)
                || program.name().zh().contains(text)
                || program.name().en().toLowerCase(Locale.ROOT).contains(text);
    }
}
