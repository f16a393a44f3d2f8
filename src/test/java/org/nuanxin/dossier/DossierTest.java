package org.nuanxin.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.As;
import org.nuanxin.LibreOffice;
import org.nuanxin.NuanxinTest;
import org.nuanxin.Statements;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.audit.Audit;
import org.nuanxin.family.Families;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The household file and the contact sheet: complete, masked, recorded, and opened by an office program. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierTest {

    private static final String HERE = "350582000000";
    private static final String THERE = "350503000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Regions regions;

    @Autowired
    Audit audit;

    private final List<Long> mine = new ArrayList<>();
    private long theirs;
    private SignedInAccount caseworker;

    @BeforeAll
    void familiesHereAndOneThere() {
        caseworker = as.account(Role.CASEWORKER, HERE);
        mine.add(as.call(caseworker, () -> families.register(TestFamilies.stock(village(HERE), "档阿水", "档阿月"))));
        mine.add(as.call(caseworker, () -> families.register(TestFamilies.stock(village(HERE), "档阿土", "档阿花"))));
        theirs = as.caseworker(THERE, () -> families.register(TestFamilies.stock(village(THERE), "别处人", "别处妻")));
    }

    @Test
    void theFileIsTakenOutWithAReasonThatItsHistoryKeeps() {
        String page = issue(mine.get(0), "市医保局", "申请医疗救助");
        assertThat(text(page))
                .contains("档阿水", "档阿月", "志鹏", "2015年4月12日离世", "市医保局", "登记")
                .doesNotContain("1385950");
        List<Audit.Entry> looks =
                as.call(caseworker, () -> audit.ofFamily(mine.get(0), Audit.Which.SAW, Long.MAX_VALUE, 20));
        assertThat(looks).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("dossier.printed");
            assertThat(entry.reason()).isEqualTo("申请医疗救助");
        });
    }

    @Test
    void withoutAReasonNothingIsTakenOutAndTheInputStays() {
        assertThat(post(caseworker, mine.get(0), UUID.randomUUID(), "市医保局", " ", "people"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("写清为什么", "value=\"市医保局\"");
    }

    @Test
    void theSameFormSentTwiceIsOneIssue() {
        UUID client = UUID.randomUUID();
        String first = post(caseworker, mine.get(1), client, "本户", "本人要看", "people")
                .getResponse()
                .getRedirectedUrl();
        assertThat(post(caseworker, mine.get(1), client, "本户", "本人要看", "people"))
                .hasRedirectedUrl(first);
    }

    @Test
    void anIssueIsForWhoAskedForItOnly() {
        String page = issue(mine.get(0), "市医保局", "核对");
        SignedInAccount other = as.account(Role.CASEWORKER, HERE, "other");
        assertThat(mvc.get().uri(page).with(user(other))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(page + ".docx").with(user(other))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri(page.replace("/" + mine.get(0) + "/", "/" + mine.get(1) + "/"))
                        .with(user(caseworker)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/families/{id}/dossier", theirs).with(user(caseworker)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(caseworker, theirs, UUID.randomUUID(), "谁", "为什么", "people"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FPA_STAFF", "POLICY_ADMIN", "FINANCE", "SYSTEM_ADMIN", "AUDITOR"})
    void othersTakeNoFileOut(Role role) {
        assertThat(mvc.get().uri("/families/{id}/dossier", mine.get(0)).with(as.signedIn(role, HERE)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theFileSendsAConstantNumberOfStatements() {
        String page = issue(mine.get(0), "市医保局", "数一数");
        text(page);
        assertThat(Statements.during(() -> text(page)).size()).isLessThanOrEqualTo(40);
    }

    @Test
    void theWordFileOpensInAnOfficeProgram() throws Exception {
        String page = issue(mine.get(0), "市医保局", "申请医疗救助");
        byte[] file = bytes(page + ".docx", caseworker);
        Path pdf = LibreOffice.convert(file, "dossier.docx", "pdf");
        keep(pdf, "dossier.pdf");
        assertThat(LibreOffice.text(pdf))
                .contains("一户一档", "档阿水", "市医保局", "成员和孩子", "待遇核对", "第 1 页，共 ", "打印人")
                .doesNotContain("1385950");
    }

    @Test
    void theContactSheetHoldsTickedFamiliesInScopeMaskedAndRecorded() throws Exception {
        String ids = mine.get(0) + "," + mine.get(1) + "," + theirs;
        SignedInAccount staff = as.account(Role.FPA_STAFF, HERE);
        assertThat(new String(bytes("/contact-sheet?id=" + ids, staff), StandardCharsets.UTF_8))
                .contains("档阿水、档阿月", "138****")
                .doesNotContain("别处人", "1385950");
        assertThat(as.call(staff, () -> audit.ofFamily(mine.get(1), Audit.Which.SAW, Long.MAX_VALUE, 20)))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("dossier.contact-printed"));
        Path pdf = LibreOffice.convert(bytes("/contact-sheet.docx?id=" + ids, staff), "contacts.docx", "pdf");
        keep(pdf, "contacts.pdf");
        assertThat(LibreOffice.text(pdf)).contains("联系单", "2 户", "档阿土、档阿花").doesNotContain("别处人");
        assertThat(mvc.get().uri("/contact-sheet?id=" + ids).with(as.signedIn(Role.FINANCE, HERE)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/contact-sheet").with(user(staff)))
                .hasStatusOk()
                .bodyText()
                .contains("没有勾选任何一户");
    }

    @Test
    void theExportedListOpensInAnOfficeProgram() throws Exception {
        byte[] file = bytes("/families/export?q=档阿&cols=number,living,status,care.glance.last", caseworker);
        Path csv = LibreOffice.convert(file, "families.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76");
        assertThat(Files.readString(csv, StandardCharsets.UTF_8))
                .contains("档阿水", "档阿花", "居住", "两人同住", "138****")
                .doesNotContain("别处人", "1385950", "困难类别");
    }

    private static void keep(Path pdf, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.copy(pdf, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private String issue(long family, String recipient, String purpose) {
        String address = post(
                        caseworker,
                        family,
                        UUID.randomUUID(),
                        recipient,
                        purpose,
                        "file",
                        "people",
                        "facts",
                        "visits",
                        "care-group",
                        "benefits",
                        "steps")
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).isNotNull();
        return address;
    }

    private MvcTestResult post(
            SignedInAccount account, long family, UUID client, String recipient, String purpose, String... chapters) {
        return mvc.post()
                .uri("/families/{id}/dossier", family)
                .param("clientId", client.toString())
                .param("recipient", recipient)
                .param("purpose", purpose)
                .param("chapters", chapters)
                .with(user(account))
                .with(csrf())
                .exchange();
    }

    private String text(String uri) {
        return new String(bytes(uri, caseworker), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String uri, SignedInAccount account) {
        MvcTestResult answer = mvc.get().uri(uri).with(user(account)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String village(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(1)
                .path();
    }
}
