package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** Finding families, keeping a list, and taking papers along. */
@BrowserTest
class FindingBrowserTest {

    @Test
    void aListIsFilteredShownWithOtherColumnsAndKept(Visitor visitor) {
        Page page = visitor.signIn("jingban")
                .open(
                        "/families?with.last-visit=30&cols=number,place,living,care.glance.last,status&sort=place&lang=zh")
                .page();
        page.locator(".columns-pick summary").click();
        visitor.isPleasant("finding-list");
        page.locator(".views .link").click();
        page.locator("#name").fill("三十天没见到");
        page.locator("main form.form button.btn-p").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator(".views .chip[aria-current]").innerText()).contains("三十天没见到");
        visitor.open("/families/views?lang=zh").isPleasant("finding-views");
        visitor.open("/families/views?age=80-150&lang=en").isPleasant("finding-views");
    }

    @Test
    void theSearchBoxOffersTheFilesOpenedLately(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/families?lang=zh").page();
        String first = page.locator("td.name a").first().innerText().split("、")[0];
        page.locator("td.name a").first().click();
        page.locator(".topbar input[type=search]").first().focus();
        page.locator("#recent-families option")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(page.locator("#recent-families option").first().getAttribute("value"))
                .isEqualTo(first);
        visitor.open("/families?lang=zh");
        assertThat(page.locator(".recent-files a").first().innerText()).contains(first);
    }

    @Test
    void paperForTheVillagesAndTheHouseholdFile(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/families?lang=zh").page();
        page.locator("tbody input[name=id]").all().stream().limit(6).forEach(box -> box.check());
        page.locator(".bulk button[value='/contact-sheet']").click();
        assertThat(page.locator("tbody tr").count()).isEqualTo(6);
        visitor.isPleasant("finding-contacts");
        String family = page.locator("tbody td a").first().getAttribute("href");
        visitor.open(family + "/dossier?lang=zh").isPleasant("finding-dossier-ask");
        page.locator("#recipient").fill("市医疗保障局");
        page.locator("#purpose").fill("申请医疗救助");
        page.locator("main form button.btn-p").click();
        page.locator("article.dossier").waitFor();
        visitor.isPleasant("finding-dossier");
    }
}
