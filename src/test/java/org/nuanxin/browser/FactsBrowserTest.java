package org.nuanxin.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Scope;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's facts through the years, and the card of what they fear most. */
@BrowserTest
class FactsBrowserTest {

    @Test
    void factsAndCardAreAccessibleAndFit(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/families?lang=zh").page();
        String family = page.locator("tr:has-text('已确认') td.name a").first().getAttribute("href");
        visitor.open(family + "/facts").isPleasant("facts");
        visitor.open(family + "/facts?lang=en").isPleasant("facts");
        page.locator("main tbody a").first().click();
        visitor.isPleasant("fact-correction");
        visitor.open(family + "/advance-care?lang=zh");
        page.locator("main a.btn-b").first().click();
        page.locator("[id='stance1'], input[name=stance][value=TALKED]").first().check();
        page.locator("[id='signer.name']").fill("林志明");
        page.locator("[id='signer.relation']").fill("外甥");
        page.locator("[id='signer.phone']").fill("138 5950 1234");
        page.locator("[id='bedside.name']").fill("林小芳");
        page.locator("[id='first.name']").fill("林志明");
        page.locator("#wishes").fill("一切从简");
        page.locator("#source").fill("上门时本人说的");
        visitor.isPleasant("advance-care-form");
        page.locator("main form button.btn-p").click();
        page.locator(".notice").waitFor();
        visitor.isPleasant("advance-care");
        visitor.open(family).picture("advance-care-overview");
        visitor.open(family + "/advance-care");
        page.locator("form[action$='/card'] button").first().click();
        page.locator(".hospital-card").waitFor();
        visitor.isPleasant("advance-care-card");
    }

    @Test
    void aListShowsItsDifferencesBeforeItIsWritten(
            Visitor visitor,
            @Autowired Accounts accounts,
            @Autowired JdbcClient jdbc,
            @Autowired EncryptedText encrypted) {
        List<String> ids = Scope.call(
                accounts.find("jingban").orElseThrow().scope(),
                () -> jdbc.sql(
                                "select citizen_id from person where active and died_on is null and citizen_id is not null"
                                        + " order by id limit 12")
                        .query((row, n) -> encrypted.convertToEntityAttribute(row.getBytes(1)))
                        .list());
        StringBuilder csv = new StringBuilder("身份证号,救助类型,批准日期\n350524194001011234,低保,2026-10-01\n");
        ids.forEach(id -> csv.append(id).append(",特困,2026-10-01\n"));
        Page page = visitor.signIn("jingban").open("/imports/lists/new?lang=zh").page();
        visitor.isPleasant("list-upload");
        page.locator("#kind").selectOption("LIVELIHOOD");
        page.locator("#source").fill("县民政局 2026 年 10 月救助名单");
        page.setInputFiles(
                "#file", new FilePayload("名单.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button.btn-p").click();
        page.locator(".foot-bar").waitFor();
        visitor.isPleasant("list-differences");
        page.locator(".foot-bar button").click();
        page.locator("text=名单回执").first().waitFor();
        visitor.isPleasant("list-receipt");
        visitor.open("/imports/lists").picture("list-all");
    }
}
