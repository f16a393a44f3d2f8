package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The annual report as a policy administrator uses it: a figure, its rows, a snapshot, the workbook. */
@BrowserTest
class ReportBrowserTest {

    @Autowired
    Clock clock;

    @Test
    void everyNumberOpensItsRowsAndTheReportIsFrozenAndDownloaded(Visitor visitor) throws Exception {
        int year = LocalDate.now(clock).getYear();
        visitor.signIn("zhengce").open("/reports").isPleasant("reports");
        visitor.open("/reports/" + year).isPleasant("report");

        String closing =
                visitor.page().locator(".equation .total .figure").first().innerText();
        visitor.page().locator(".equation .total .figure").first().click();
        assertThat(visitor.page().locator(".page-head p").innerText()).contains(closing);
        assertThat(visitor.page().locator("tbody tr").count()).isPositive();
        visitor.isPleasant("report-rows");

        visitor.open("/reports/" + year).click(AriaRole.BUTTON, "冻结为快照");
        assertThat(visitor.page().locator(".banner").innerText()).contains("第 1 号", "一致");
        visitor.isPleasant("report-frozen");
        assertThat(visitor.page().locator(".equation .total .figure").first().innerText())
                .isEqualTo(closing);

        Download download = visitor.page().waitForDownload(() -> visitor.click(AriaRole.LINK, "表格 .xlsx"));
        Path file = download.path();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .contains(year + "年度");
        }
    }

    @Test
    void theReportReadsInEnglishAndInItsPublicVersion(Visitor visitor) {
        int year = LocalDate.now(clock).getYear();
        visitor.signIn("zhengce").open("/reports/" + year + "?lang=en").isPleasant("report");
        visitor.open("/reports/" + year + "?public&lang=en").isPleasant("report-public");
        assertThat(visitor.page().locator("article .figure").count()).isZero();
    }
}
