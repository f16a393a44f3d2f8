package org.nuanxin.care;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of what we owe, and its workbook. */
@Controller
class TaskListController {

    private final TaskList tasks;
    private final Regions regions;
    private final Words words;
    private final Formats formats;

    TaskListController(TaskList tasks, Regions regions, Words words, Formats formats) {
        this.tasks = tasks;
        this.regions = regions;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/visits/tasks")
    @CanSeeFamilies
    String list(
            @ModelAttribute("filter") TaskFilter filter,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        String path = account.regionPath();
        List<Region> townships = path == null ? List.of() : regions.within(new RegionPath(path), Region.Level.TOWNSHIP);
        model.addAttribute("page", tasks.page(filter));
        model.addAttribute("townships", townships);
        model.addAttribute("chips", chips(filter, townships));
        model.addAttribute("mayAssign", account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
        return "care/task-list";
    }

    @GetMapping("/visits/tasks/export")
    @CanSeeFamilies
    void export(@ModelAttribute("filter") TaskFilter filter, HttpServletResponse response) throws IOException {
        List<TaskRow> rows = tasks.export(filter);
        VisitListController.workbook(response, words.say("export.tasks", formats.today()));
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                words.say("tasks.title"),
                List.of(
                        words.say("col.family"),
                        words.say("col.place"),
                        words.say("col.task"),
                        words.say("col.reason"),
                        words.say("col.who"),
                        words.say("col.plan"),
                        words.say("col.due"),
                        words.say("col.limit")))) {
            for (TaskRow row : rows) {
                table.row(
                        row.names(),
                        row.place(),
                        words.task(row.kind(), row.reason()),
                        words.reason(row.reason(), row.reasonOn()),
                        row.assignee(),
                        row.plannedOn(),
                        row.dueOn(),
                        words.limit(row.dueOn()));
            }
        }
    }

    private List<VisitListController.Chip> chips(TaskFilter filter, List<Region> townships) {
        List<VisitListController.Chip> chips = new ArrayList<>();
        filter.active().forEach((name, value) -> {
            String text = switch (name) {
                case "q" -> "“" + value + "”";
                case "kind" -> words.kinds().getOrDefault(value, value);
                case "when" ->
                    List.of("overdue", "today", "week").contains(value) ? words.say("filter.when." + value) : value;
                case "who" -> List.of("me", "nobody").contains(value) ? words.say("filter.who." + value) : value;
                default ->
                    townships.stream()
                            .filter(township -> township.path().equals(value))
                            .map(regions::name)
                            .findFirst()
                            .orElse(value);
            };
            chips.add(new VisitListController.Chip(text, filter.url(name)));
        });
        return chips;
    }
}
