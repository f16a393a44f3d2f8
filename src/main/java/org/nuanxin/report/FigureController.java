package org.nuanxin.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeeReports;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind a figure: a page of them, or all as a workbook. */
@Controller
@CanSeeReports
class FigureController {

    private final Indicators indicators;
    private final FigureRows rows;
    private final FigureWorkbook workbook;
    private final Snapshots snapshots;
    private final Figures figures;
    private final Clock clock;

    FigureController(
            Indicators indicators,
            FigureRows rows,
            FigureWorkbook workbook,
            Snapshots snapshots,
            Figures figures,
            Clock clock) {
        this.indicators = indicators;
        this.rows = rows;
        this.workbook = workbook;
        this.snapshots = snapshots;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/reports/{year:\\d{4}}/figures/{key}")
    String live(
            @PathVariable int year,
            @PathVariable String key,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        Indicator indicator = indicators.get(key);
        FigureFilter filter = FigureFilter.of(indicator, parameters);
        ReportScope scope = scope(year, account);
        model.addAttribute("page", rows.page(indicator, scope, filter));
        model.addAttribute("totals", rows.totals(indicator, scope, filter));
        return page("/reports/" + year, year, indicator, filter, scope, model);
    }

    @GetMapping("/reports/snapshots/{id:\\d+}/figures/{key}")
    String frozen(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Indicator indicator = indicators.get(key);
        FigureFilter filter = FigureFilter.of(indicator, parameters);
        Snapshots.Head head = snapshots.get(id).head();
        ReportScope scope = new ReportScope(head.regionPath(), head.year(), head.asOf());
        model.addAttribute("frozen", head);
        model.addAttribute("page", rows.page(indicator, id, filter));
        model.addAttribute("totals", rows.totals(indicator, id, filter));
        return page("/reports/snapshots/" + id, head.year(), indicator, filter, scope, model);
    }

    @GetMapping("/reports/{year:\\d{4}}/figures/{key}/rows.xlsx")
    void liveWorkbook(
            @PathVariable int year,
            @PathVariable String key,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletResponse response)
            throws IOException {
        export(key, parameters, scope(year, account), null, response);
    }

    @GetMapping("/reports/snapshots/{id:\\d+}/figures/{key}/rows.xlsx")
    void frozenWorkbook(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Snapshots.Head head = snapshots.get(id).head();
        export(key, parameters, new ReportScope(head.regionPath(), head.year(), head.asOf()), id, response);
    }

    private void export(
            String key,
            Map<String, String> parameters,
            ReportScope scope,
            @Nullable Long snapshot,
            HttpServletResponse response)
            throws IOException {
        Indicator indicator = indicators.get(key);
        ReportController.xlsx(response, "report-" + scope.year() + "-" + key + ".xlsx");
        workbook.write(indicator, scope, snapshot, FigureFilter.of(indicator, parameters), response.getOutputStream());
    }

    private String page(
            String base, int year, Indicator indicator, FigureFilter filter, ReportScope scope, Model model) {
        model.addAttribute("base", base);
        model.addAttribute("url", base + "/figures/" + indicator.key());
        model.addAttribute("year", year);
        model.addAttribute("indicator", indicator);
        model.addAttribute("filter", filter);
        model.addAttribute("counties", figures.counties(scope.regionPath()));
        return "report/figure-rows";
    }

    private ReportScope scope(int year, SignedInAccount account) {
        LocalDate today = LocalDate.now(clock);
        if (account.regionPath() == null || year > today.getYear()) {
            throw new NotFound();
        }
        return ReportScope.of(account.regionPath(), year, today);
    }
}
