package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.browser.BrowserTest;
import org.nuanxin.browser.Visitor;

/** A caseworker of 鲤城区 brings in the county's roster. */
@BrowserTest
class RosterImportBrowserTest {

    @TempDir
    Path folder;

    private final SoftAssertions pages = new SoftAssertions();

    @Test
    void theRosterOfLichengBecomesFamilies(Visitor visitor) throws Exception {
        Page page = visitor.page();
        visitor.signIn("jingban").open("/rosters");
        look(visitor, "roster-list-empty");
        visitor.open("/rosters/new");
        look(visitor, "roster-upload");
        page.locator("#file").setInputFiles(Files.writeString(folder.resolve("letter.csv"), "各位同事：请报送名册。\n"));
        visitor.click(AriaRole.BUTTON, "上传，看列对不对");
        assertThat(page.locator(".error-summary").innerText()).contains("没有找到表头");
        look(visitor, "roster-upload-refused");

        page.locator("#file").setInputFiles(RosterSamplesTest.path("licheng-persons.xlsx"));
        visitor.click(AriaRole.BUTTON, "上传，看列对不对");
        page.waitForURL("**/columns");
        look(visitor, "roster-columns");
        visitor.click(AriaRole.BUTTON, "下一步：试读");
        page.waitForSelector(".tabs");

        assertThat(page.locator(".stats").innerText()).contains("154", "145", "9");
        look(visitor, "roster-result");
        visitor.language("en");
        look(visitor, "roster-result");
        visitor.language("zh");
        errorWorkbookOpens(page);
        visitor.click(AriaRole.LINK, "可以导入");
        look(visitor, "roster-result-ready");

        visitor.click(AriaRole.LINK, "下一步：确认 145 行");
        look(visitor, "roster-confirm");
        visitor.click(AriaRole.BUTTON, "写入 145 行");
        page.waitForSelector("h1:has-text('导入回执')");
        assertThat(page.locator(".stats").innerText()).contains("153");
        look(visitor, "roster-receipt");
        visitor.language("en");
        look(visitor, "roster-receipt");
        visitor.language("zh");

        visitor.open("/rosters/new");
        page.locator("#file").setInputFiles(RosterSamplesTest.path("licheng-persons.xlsx"));
        visitor.click(AriaRole.BUTTON, "上传，看列对不对");
        page.waitForSelector("h1:has-text('导入回执')");
        assertThat(page.locator("[role=status]").first().innerText()).contains("什么都没有改动");
        visitor.open("/rosters");
        look(visitor, "roster-list");
        visitor.signIn("anxi").open("/rosters");
        assertThat(page.locator("main").innerText()).contains("还没有导入过花名册");
        pages.assertAll();
    }

    /** Every page is looked at before the first complaint ends the test. */
    private void look(Visitor visitor, String name) {
        pages.check(() -> visitor.isPleasant(name));
        visitor.width(1440);
    }

    private void errorWorkbookOpens(Page page) throws Exception {
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载错误表 .xlsx"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("licheng-persons-待改.xlsx");
        Path saved = folder.resolve("errors.xlsx");
        download.saveAs(saved);
        try (XSSFWorkbook book = new XSSFWorkbook(saved.toFile())) {
            assertThat(book.getSheet("花名册").getLastRowNum()).isEqualTo(9);
            assertThat(book.getSheet("花名册").getRow(1).getCell(6).getStringCellValue())
                    .isEqualTo("3505**********7631");
        }
    }
}
