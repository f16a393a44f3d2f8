package org.nuanxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.nuanxin.browser.Visitor;

/** The whole job of a caseworker, step by step in a browser; every page it meets is looked at by axe. */
final class Journey {

    private static final Pattern FAMILY = Pattern.compile(".*/families/\\d+([?#].*)?$");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Visitor visitor;
    private final Page page;
    private final Office office;
    private final Pictures pictures;

    Journey(Visitor visitor, Office office) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.office = office;
        this.pictures = new Pictures(visitor, office);
        visitor.width(office.width());
    }

    void signIn(String username) {
        visitor.signIn(username).open("/?lang=" + office.language());
        assertThat(page.locator("html").getAttribute("lang")).startsWith(office.language());
    }

    /** Upload, columns, trial, error workbook, confirmation, receipt. */
    void importRoster() throws IOException {
        readRoster();
        assertThat(stat(1)).isEqualTo(office.ready());
        assertThat(stat(2)).isEqualTo(office.errors());
        pictures.take("import-result");
        if (office.errors() > 0) {
            try (Workbook workbook =
                    download(page.locator("a[href$='/errors.xlsx']").first())) {
                assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(office.errors());
            }
        }
        page.locator("a.btn-p[href$='/confirm']").click();
        pictures.look("import-confirm");
        page.locator("form.foot-bar button.btn-p").click();
        page.waitForURL(Pattern.compile(".*/rosters/\\d+.*"));
        page.locator("text=/HMC-\\d+/").first().waitFor();
        pictures.look("import-receipt");
    }

    /** The same file again changes nothing and says so. */
    void importRosterAgain() {
        String receipt = page.locator("text=/HMC-\\d+/").first().innerText();
        visitor.open("/rosters/new");
        page.setInputFiles("#file", Path.of("docs", "samples", office.roster()));
        submit("form[enctype]");
        assertThat(page.locator("body")).containsText(Pattern.compile("什么都没有改动|nothing (was|has been) changed"));
        assertThat(page.locator("text=/HMC-\\d+/").first()).hasText(receipt);
        pictures.look("import-again");
    }

    private void readRoster() {
        visitor.open("/rosters/new");
        pictures.look("import-upload");
        page.setInputFiles("#file", Path.of("docs", "samples", office.roster()));
        submit("form[enctype]");
        pictures.look("import-columns");
        page.locator("form[action$='/columns'] button.btn-p").click();
        page.locator(".stats").first().waitFor();
    }

    private int stat(int index) {
        String text = page.locator(".stats .stat").nth(index).locator(".v").innerText();
        return Integer.parseInt(text.replaceAll("[^0-9]", ""));
    }

    /** By name, initials of its sound, citizen ID and file number: the same family each time. Returns its address. */
    String findFamily() {
        String byName = search(office.parent());
        assertThat(search(office.citizenId())).isEqualTo(byName);
        search(office.initials());
        assertThat(page.locator("table.list td.name a")
                        .filter(new Locator.FilterOptions().setHasText(office.parent()))
                        .count())
                .as("found by %s", office.initials())
                .isPositive();
        page.navigate(byName);
        String number = page.locator(".identity dd.num").first().innerText();
        assertThat(number).matches("\\d{6}-\\d{5}");
        assertThat(search(number)).isEqualTo(byName);
        assertThat(page.content()).doesNotContain(office.citizenId());
        pictures.look("families-found");
        return byName;
    }

    private String search(String words) {
        visitor.open("/families");
        page.locator("form.filters input[name=q]").fill(words);
        page.locator("form.filters input[name=q]").press("Enter");
        Locator found = page.locator("table.list td.name a").first();
        found.waitFor();
        return found.evaluate("a => a.href").toString();
    }

    /** Identity bar, people, timeline; masked. */
    void readFamily(String family) {
        page.navigate(family);
        assertThat(page.locator("h1")).containsText(office.parent());
        assertThat(page.locator(".identity")).isVisible();
        assertThat(page.content()).contains("**********").doesNotContain(office.citizenId());
        pictures.take("family-overview");
        page.locator("a[href$='/timeline']").first().click();
        pictures.look("family-timeline");
    }

    /** The county's second pair of eyes. */
    void confirm(String family) {
        page.navigate(family + "/steps/confirm");
        pictures.look("family-confirm");
        page.locator("form.card button.btn-p, main form button.btn-p").first().click();
        page.waitForURL(FAMILY);
    }

    /** A subsidy waits for two facts: supply one, it still waits; supply the other, and the answer changes. */
    void supplyMissingFact(String family) {
        page.navigate(family + "/benefits");
        assertThat(page.locator("tr.group").count()).as("groups of answers").isBetween(2, 4);
        page.locator("a[href*='why=nursing-subsidy-']").first().click();
        String before = answer();
        pictures.take("family-benefits");
        supply("ability-grade", "complete", "2026年能力评估报告");
        assertThat(answer()).isEqualTo(before);
        supply("in-concentrated-care", "false", "养老台账");
        assertThat(answer()).isNotEqualTo(before);
        assertThat(subsidy()).containsText("200.00");
        pictures.take("family-benefits-after");
    }

    private String answer() {
        page.waitForLoadState();
        return subsidy().locator(".answer").innerText().replaceAll("\\s+", " ");
    }

    private Locator subsidy() {
        return page.locator("tr[id^='nursing-subsidy-'].open").first();
    }

    private void supply(String fact, String value, String source) {
        page.locator("tr.panel a[href*='/facts/" + fact + "']").first().click();
        pictures.look("family-fact");
        page.locator("input[name=value][value=" + value + "]").check();
        page.locator("input[name=from]").fill(TODAY.minusDays(20).toString());
        page.locator("input[name=source]").fill(source);
        submit("form.narrow");
        page.waitForURL(Pattern.compile(".*/benefits([?#].*)?$"));
    }

    /** A new loss, of which a neighbour told us three days ago. Returns the family's address. */
    String takeLead() {
        visitor.open("/leads/new");
        pictures.look("lead");
        page.locator("input[name=name]").fill(office.lead());
        choosePlace("place");
        page.locator("input[name=toldBy]").fill("村计生协会会长");
        page.locator("input[name=knownOn]").fill(TODAY.minusDays(3).toString());
        submit("form.narrow");
        page.waitForURL(FAMILY);
        pictures.look("lead-family");
        return page.url().replaceAll("[?#].*", "");
    }

    void registerLead(String family) {
        page.navigate(family + "/register");
        pictures.look("register");
        page.locator("input[name='child.name']").fill("魏晨");
        page.locator("[name='child.died']").fill(TODAY.minusDays(5).toString());
        page.locator("[name='preferences.avoidTopics']").fill("不提学校");
        submit("form.narrow-wide");
        page.waitForURL(FAMILY);
        assertThat(page.locator(".identity dd.num").first().innerText()).matches("\\d{6}-\\d{5}");
        pictures.look("registered-family");
    }

    private void choosePlace(String field) {
        Locator township = page.locator("[id='" + field + ".township']");
        Locator village = page.locator("[id='" + field + ".village']");
        page.waitForResponse(
                Pattern.compile(".*/regions/villages.*"), () -> township.selectOption(new SelectOption().setIndex(1)));
        assertThat(village.locator("option")).not().hasCount(1);
        village.selectOption(new SelectOption().setIndex(1));
    }

    /** Whether the family stands among the new losses that nobody has visited. */
    void worklistShows(String family, boolean waiting) {
        visitor.open("/");
        Locator row = page.locator("section[aria-labelledby=must-1] a[href='" + path(family) + "']");
        assertThat(row.count()).as("%s waits for its first visit", family).isEqualTo(waiting ? 1 : 0);
        pictures.take(waiting ? "worklist" : "worklist-after");
    }

    /** At the desk, or step by step on the phone; the receipt names the task it closed. */
    void logVisit(String family) {
        if (office.phone()) {
            visitor.open("/m");
            pictures.take("phone-today");
            visitor.open("/m" + path(family));
            pictures.take("phone-before");
        }
        visitor.open((office.phone() ? "/m" : "") + path(family) + "/visits/new");
        pictures.take("visit");
        page.locator("input[name=channel][value=HOME]").check(new Locator.CheckOptions().setForce(true));
        for (int step = 1; step < 4 && office.phone(); step++) {
            page.locator("[data-step-next]").click();
            pictures.look("visit-step-" + (step + 1));
        }
        page.locator("[name=promise]").fill("下周再来坐坐");
        page.locator("form.visit button[type=submit].btn-p").click();
        page.waitForURL(Pattern.compile(".*/visits/\\d+/receipt.*"));
        assertThat(page.locator("body")).containsText(Pattern.compile("ZF\\d{8}-\\d{6}"));
        pictures.take("visit-receipt");
    }

    private static String path(String family) {
        return family.replaceAll("^https?://[^/]+", "");
    }

    /** The year's report counts the visit and the group, a figure opens its rows, and all of it comes as a workbook. */
    void readReport() throws IOException {
        String year = "/reports/" + TODAY.getYear();
        visitor.open("/reports");
        pictures.look("reports");
        page.locator("a[href='" + year + "']").first().click();
        pictures.take("report");
        Locator figure = page.locator("a.figure[href$='/figures/first-visits']").first();
        int counted = Integer.parseInt(figure.innerText().replaceAll("[^0-9]", ""));
        figure.click();
        pictures.take("report-rows");
        assertThat(page.locator(".page-head p").first()).containsText(String.valueOf(counted));
        for (String key : new String[] {"first-visits", "groups-complete"}) {
            visitor.open(year + "/figures/" + key + "?q=" + office.lead());
            assertThat(page.locator("tbody tr")
                            .filter(new Locator.FilterOptions().setHasText(office.lead()))
                            .count())
                    .as("%s in %s", office.lead(), key)
                    .isEqualTo(1);
        }
        visitor.open(year);
        try (Workbook workbook =
                download(page.locator("a[href$='/report.xlsx']").first())) {
            assertThat(workbook.getNumberOfSheets()).isPositive();
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isPositive();
        }
    }

    /** Four seats, and the group is complete. */
    void seatCareGroup(String family) {
        for (String seat : office.seats()) {
            page.navigate(family + "/care-group/seats/new?kind=" + seat);
            pictures.look("seat");
            page.locator("#kind").selectOption(seat);
            page.locator("#name").fill("席" + office.seats().indexOf(seat));
            submit("form.narrow");
            page.waitForURL(Pattern.compile(".*/care-group([?#].*)?$"));
        }
        page.navigate(family + "/care-group");
        assertThat(page.locator("section[aria-labelledby=group-seats] .tag.warn")
                        .count())
                .isZero();
        pictures.take("family-care-group");
    }

    /** To somebody of another county nothing of it exists. */
    void isInvisible(String... families) {
        for (String family : families) {
            for (String tab : new String[] {"", "/benefits", "/timeline", "/care-group", "/visits/new", "/edit"}) {
                Response response = page.navigate(family + tab);
                assertThat(response.status()).as(family + tab).isEqualTo(404);
            }
        }
        pictures.look("not-found");
        for (String words : new String[] {office.parent(), office.citizenId(), office.lead()}) {
            visitor.open("/families?q=" + words);
            for (String family : families) {
                assertThat(page.locator("a[href='" + path(family) + "']").count())
                        .as("%s found by %s", family, words)
                        .isZero();
            }
        }
    }

    Page page() {
        return page;
    }

    Pictures pictures() {
        return pictures;
    }

    /** Presses the form's main button. */
    void submit(String form) {
        page.locator(form + " button.btn-p[type=submit]").last().click();
    }

    /** What the link gives, opened the way a spreadsheet program would. */
    Workbook download(Locator link) throws IOException {
        Download download = page.waitForDownload(link::click);
        try (InputStream content = Files.newInputStream(download.path())) {
            return WorkbookFactory.create(content);
        }
    }
}
