package org.nuanxin.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanFreezeReports;
import org.nuanxin.account.CanSeeReports;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The annual report of the account's region: live, frozen, compared, as a workbook. */
@Controller
class ReportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FIRST_YEAR = 2013;
    private static final int YEARS_OFFERED = 3;

    private final Figures figures;
    private final Snapshots snapshots;
    private final ReportWorkbook workbook;
    private final SnapshotChanges changes;
    private final Clock clock;

    ReportController(
            Figures figures, Snapshots snapshots, ReportWorkbook workbook, SnapshotChanges changes, Clock clock) {
        this.figures = figures;
        this.snapshots = snapshots;
        this.workbook = workbook;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @CanSeeReports
    String list(Model model) {
        int now = LocalDate.now(clock).getYear();
        List<Snapshots.Head> all = snapshots.all();
        model.addAttribute(
                "years",
                IntStream.concat(
                                IntStream.range(0, YEARS_OFFERED).map(back -> now - back),
                                all.stream().mapToInt(Snapshots.Head::year))
                        .distinct()
                        .boxed()
                        .sorted((a, b) -> b - a)
                        .toList());
        model.addAttribute("running", now);
        model.addAttribute("snapshots", all);
        return "report/report-list";
    }

    @GetMapping("/reports/{year:\\d{4}}")
    @CanSeeReports
    String report(
            @PathVariable int year,
            @RequestParam(name = "public", required = false) @Nullable String open,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        ReportScope scope = scope(year, account);
        Report report = new Report(figures.compute(scope), open != null);
        model.addAttribute("base", "/reports/" + year);
        model.addAttribute("snapshots", snapshots.of(scope.regionPath(), year));
        return page(report, model);
    }

    @GetMapping("/reports/{year:\\d{4}}/report.xlsx")
    @CanSeeReports
    void workbook(
            @PathVariable int year, @AuthenticationPrincipal SignedInAccount account, HttpServletResponse response)
            throws IOException {
        Report report = new Report(figures.compute(scope(year, account)), false);
        xlsx(response, "report-" + year + ".xlsx");
        workbook.write(report, LocaleContextHolder.getLocale(), response.getOutputStream());
    }

    @PostMapping("/reports/{year:\\d{4}}/snapshots")
    @CanFreezeReports
    String freeze(@PathVariable int year, @AuthenticationPrincipal SignedInAccount account, RedirectAttributes flash) {
        long id = snapshots.freeze(scope(year, account));
        flash.addFlashAttribute("notice", "report.notice.frozen");
        return "redirect:/reports/snapshots/" + id;
    }

    @GetMapping("/reports/snapshots/{id:\\d+}")
    @CanSeeReports
    String snapshot(
            @PathVariable long id,
            @RequestParam(name = "public", required = false) @Nullable String open,
            Model model) {
        Snapshots.Frozen frozen = snapshots.get(id);
        model.addAttribute("base", "/reports/snapshots/" + id);
        model.addAttribute("frozen", frozen.head());
        model.addAttribute("intact", frozen.intact());
        model.addAttribute(
                "snapshots",
                snapshots.of(frozen.head().regionPath(), frozen.head().year()));
        return page(new Report(frozen.content(), open != null), model);
    }

    @GetMapping("/reports/snapshots/{id:\\d+}/report.xlsx")
    @CanSeeReports
    void reissue(@PathVariable long id, HttpServletResponse response) throws IOException {
        byte[] book = snapshots.reissue(id);
        xlsx(response, "report-snapshot-" + id + ".xlsx");
        response.getOutputStream().write(book);
    }

    @GetMapping("/reports/snapshots/{id:\\d+}/changes")
    @CanSeeReports
    String compare(@PathVariable long id, Model model) {
        Snapshots.Frozen frozen = snapshots.get(id);
        Snapshots.Head before = snapshots
                .of(frozen.head().regionPath(), frozen.head().year())
                .stream()
                .filter(other -> other.number() == frozen.head().number() - 1)
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("frozen", frozen.head());
        model.addAttribute("before", before);
        model.addAttribute("changes", changes.between(snapshots.get(before.id()).content(), frozen.content()));
        return "report/snapshot-changes";
    }

    private static String page(Report report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute(
                "tableKeys",
                List.of(Chapter.values()).stream()
                        .flatMap(chapter -> report.all(chapter).stream())
                        .filter(line -> !line.key().matches(".*-(late|due|never)"))
                        .toList());
        model.addAttribute("equation", report.equation());
        model.addAttribute("grid", CountyGrid.of(report));
        List<Pyramid.Band> pyramid = Pyramid.of(report);
        model.addAttribute("pyramid", pyramid);
        model.addAttribute("pyramidHeight", Pyramid.height(pyramid));
        model.addAttribute("livelihoods", Crosstab.LIVELIHOODS);
        model.addAttribute("grades", Crosstab.GRADES);
        model.addAttribute("chapters", List.of("MECHANISM", "MEDICAL", "SAFETY_NET", "VOLUNTEERS"));
        return "report/report-page";
    }

    private ReportScope scope(int year, SignedInAccount account) {
        LocalDate today = LocalDate.now(clock);
        if (account.regionPath() == null || year < FIRST_YEAR || year > today.getYear()) {
            throw new NotFound();
        }
        return ReportScope.of(account.regionPath(), year, today);
    }

    static void xlsx(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
