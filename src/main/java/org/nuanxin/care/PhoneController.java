package org.nuanxin.care;

import java.util.List;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.LunarDate;
import org.nuanxin.common.PhoneBar;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The phone area: today's list, what to mind before the door, what I logged, and me. */
@Controller
class PhoneController {

    private final TaskList tasks;
    private final VisitList visits;
    private final Visits log;
    private final FamilyHeads heads;
    private final Formats formats;

    PhoneController(TaskList tasks, VisitList visits, Visits log, FamilyHeads heads, Formats formats) {
        this.tasks = tasks;
        this.visits = visits;
        this.log = log;
        this.heads = heads;
        this.formats = formats;
    }

    /** The bottom bar of the phone: only what works. */
    static void bar(Model model) {
        model.addAttribute("menu", PhoneBar.GROUPS);
    }

    @GetMapping("/m")
    @CanLogVisits
    String today(@AuthenticationPrincipal SignedInAccount account, Model model) {
        bar(model);
        List<TaskRow> mine = tasks.mine(account.id());
        long done = tasks.doneToday(account.id());
        model.addAttribute("today", formats.today());
        model.addAttribute("lunar", LunarDate.of(formats.today()));
        model.addAttribute("mine", mine);
        model.addAttribute("untaken", tasks.untaken());
        model.addAttribute("done", done);
        long families = mine.stream().map(TaskRow::familyId).distinct().count();
        model.addAttribute("left", families);
        model.addAttribute("arc", Math.round(1131.0 * done / Math.max(1, done + families)) / 10.0 + " 113.1");
        return "care/phone-today";
    }

    /** 见面前: everything to mind, before the door; the form then shows the form of address alone. */
    @GetMapping("/m/families/{family:\\d+}")
    @CanLogVisits
    String before(@PathVariable long family, Model model) {
        bar(model);
        FamilyHead head = heads.open(family);
        model.addAttribute("family", head);
        model.addAttribute("promised", log.lastPromise(family));
        model.addAttribute("open", tasks.ofFamily(family));
        return "care/phone-before";
    }

    @GetMapping("/m/visits")
    @CanLogVisits
    String visits(@AuthenticationPrincipal SignedInAccount account, Model model) {
        bar(model);
        VisitFilter filter = new VisitFilter();
        filter.setWho("me");
        model.addAttribute("page", visits.page(filter));
        return "care/phone-visits";
    }

    @GetMapping("/m/me")
    @CanLogVisits
    String me(Model model) {
        bar(model);
        return "care/phone-me";
    }
}
