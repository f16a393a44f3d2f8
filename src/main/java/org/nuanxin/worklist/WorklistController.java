package org.nuanxin.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nuanxin.account.SignedIn;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.LunarDate;
import org.nuanxin.worklist.WorklistSection.Shown;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的一天: the sections that this account's roles may see; accounts without families get a quiet home. */
@Controller
class WorklistController {

    private final List<WorklistSection> sections;
    private final Formats formats;

    WorklistController(List<WorklistSection> sections, Formats formats) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(WorklistSection::order))
                .toList();
        this.formats = formats;
    }

    /** A section with its content, ready for the template. */
    public record Part(WorklistSection.Column column, String template, Object it) {}

    @GetMapping("/")
    @SignedIn
    String worklist(@AuthenticationPrincipal SignedInAccount account, Model model) {
        List<WorklistSection> mine = account.regionPath() == null
                ? List.of()
                : sections.stream()
                        .filter(section -> section.roles().stream().anyMatch(account::has))
                        .toList();
        LocalDate today = formats.today();
        model.addAttribute("today", today);
        model.addAttribute("lunar", LunarDate.of(today));
        if (mine.isEmpty()) {
            return "worklist/worklist-quiet";
        }
        List<Part> parts = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        long waiting = 0;
        for (WorklistSection section : mine) {
            Shown shown = section.content(account);
            if (shown != null) {
                parts.add(new Part(section.column(), section.template(), shown.it()));
                clauses.addAll(shown.clauses());
                waiting += shown.waiting();
            }
        }
        model.addAttribute("clauses", clauses);
        model.addAttribute("waiting", waiting);
        model.addAttribute("topParts", in(WorklistSection.Column.TOP, parts));
        model.addAttribute("mainParts", in(WorklistSection.Column.MAIN, parts));
        model.addAttribute("sideParts", in(WorklistSection.Column.SIDE, parts));
        return "worklist/worklist-page";
    }

    private static List<Part> in(WorklistSection.Column column, List<Part> parts) {
        return parts.stream().filter(part -> part.column() == column).toList();
    }
}
