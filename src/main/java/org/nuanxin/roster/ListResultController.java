package org.nuanxin.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanImportRosters;
import org.nuanxin.region.Regions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Differences first, then the choice, then all or nothing; afterwards the receipt. */
@Controller
@RequestMapping("/imports/lists/{id:\\d+}")
@CanImportRosters
class ListResultController {

    private static final int MOST_PROBLEMS = 100;

    private final ListImports lists;
    private final ListWorkbook workbook;
    private final Regions regions;

    ListResultController(ListImports lists, ListWorkbook workbook, Regions regions) {
        this.lists = lists;
        this.workbook = workbook;
        this.regions = regions;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String after,
            Model model) {
        ListImport list = lists.find(id);
        Map<ListImport.Outcome, Integer> counts = lists.counts(list);
        List<ListImport.Missing> missing = lists.missing(list);
        String wanted = tab(tab, list, counts, missing);
        model.addAttribute("list", list);
        model.addAttribute("counts", counts);
        model.addAttribute("outcomes", ListImport.Outcome.values());
        model.addAttribute("missing", missing);
        model.addAttribute("taken", lists.taken(list));
        model.addAttribute("tab", wanted);
        model.addAttribute("q", q);
        if (wanted.equals("error")) {
            model.addAttribute("wrong", lists.wrong(list, 0, MOST_PROBLEMS));
        } else if (!wanted.equals("missing")) {
            model.addAttribute("page", lists.rows(list, outcome(wanted), q.strip(), number(after)));
        }
        model.addAttribute("regions", regions);
        return list.done() ? "roster/list-receipt" : "roster/list-result";
    }

    private static int number(String after) {
        return after.matches("\\d{1,8}") ? Integer.parseInt(after) : 0;
    }

    private static ListImport.Outcome outcome(String tab) {
        return Arrays.stream(ListImport.Outcome.values())
                .filter(outcome -> outcome.slug().equals(tab))
                .findFirst()
                .orElse(ListImport.Outcome.UNCHANGED);
    }

    /** The tab asked for, else the first that holds something to look at. */
    private static String tab(
            @Nullable String tab,
            ListImport list,
            Map<ListImport.Outcome, Integer> counts,
            List<ListImport.Missing> missing) {
        List<String> known = Arrays.stream(ListImport.Outcome.values())
                .map(ListImport.Outcome::slug)
                .collect(Collectors.toList());
        known.add("error");
        known.add("missing");
        if (tab != null && known.contains(tab)) {
            return tab;
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey().slug())
                .findFirst()
                .orElse(list.errors() > 0 ? "error" : missing.isEmpty() ? "unchanged" : "missing");
    }

    @PostMapping("/take")
    String take(
            @PathVariable long id,
            @RequestParam String tab,
            @RequestParam(required = false) @Nullable Long row,
            @RequestParam boolean take,
            @RequestParam(defaultValue = "0") String after,
            RedirectAttributes redirect) {
        lists.take(lists.find(id), outcome(tab), row, take);
        redirect.addAttribute("tab", tab);
        if (number(after) > 0) {
            redirect.addAttribute("after", after);
        }
        return "redirect:/imports/lists/" + id;
    }

    @PostMapping("/missing")
    String missing(@PathVariable long id, @RequestParam boolean end) {
        lists.endMissing(lists.find(id), end);
        return "redirect:/imports/lists/" + id + "?tab=missing";
    }

    /** Pressed twice, it is still written once. */
    @PostMapping("/apply")
    String apply(@PathVariable long id, RedirectAttributes flash) {
        if (!lists.apply(lists.find(id))) {
            flash.addFlashAttribute("notice", "roster.lists.reject.moved");
        }
        return "redirect:/imports/lists/" + id;
    }

    @GetMapping("/errors.xlsx")
    void errors(@PathVariable long id, HttpServletResponse response) throws IOException {
        ListImport list = lists.find(id);
        download(response, "list-" + id + "-errors.xlsx");
        workbook.errors(lists.wrong(list, 0, RosterFile.MAX_ROWS), response.getOutputStream());
    }

    @GetMapping("/differences.xlsx")
    void differences(@PathVariable long id, HttpServletResponse response) throws IOException {
        ListImport list = lists.find(id);
        download(response, "list-" + id + "-differences.xlsx");
        workbook.differences(list, lists, response.getOutputStream());
    }

    private static void download(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
