package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.attachment.AttachmentKind;
import org.nuanxin.attachment.Attachments;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyStatus;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From registration to confirmation: files, papers, criteria, correction, and what stops a confirmation. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {

    private static final String YONGCHUN = "350525000000";
    private static final String HUIAN = "350521000000";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Attachments attachments;

    @Autowired
    Papers papers;

    @Autowired
    Criteria criteria;

    @Autowired
    Corrections corrections;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String county;
    private String village;

    @BeforeAll
    void aVillage() {
        county = regions.byCode(YONGCHUN).path();
        village = regions.within(new RegionPath(county), Region.Level.VILLAGE)
                .get(0)
                .path();
    }

    @Test
    void aPictureLosesItsMetadataAndIsCiphertextAtRest() throws IOException {
        long family = newLoss();
        byte[] picture = jpegWithExif();
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("GPS-SECRET");
        long id = as.call(
                clerk(),
                () -> attachments.store(
                        family, UUID.randomUUID(), AttachmentKind.HOUSEHOLD, "C:\\x\\林家户口簿.jpg", picture));
        Attachments.Opened opened = as.call(clerk(), () -> attachments.open(family, id));
        assertThat(opened.fileName()).isEqualTo("林家户口簿.jpg");
        assertThat(new String(opened.content(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS-SECRET");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(opened.content()))
                        .getWidth())
                .isEqualTo(40);
        byte[] stored = as.call(
                clerk(),
                () -> jdbc.sql("select content || file_name from attachment where id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("林家", "JFIF");
    }

    @Test
    void whatIsNoPdfJpegOrPngIsRefusedInWords() {
        long family = newLoss();
        refused(family, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "attachment.reject.type");
        refused(family, new byte[0], "attachment.reject.empty");
        refused(family, "\0\0\0\030ftypheic".getBytes(StandardCharsets.ISO_8859_1), "attachment.reject.heic");
        refused(family, "PK\003\004 a bomb in a docx".getBytes(StandardCharsets.ISO_8859_1), "attachment.reject.type");
        refused(family, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2}, "attachment.reject.broken");
        refused(family, hugePng(), "attachment.reject.pixels");
        byte[] big = new byte[Attachments.LARGEST + 1];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, big, 0, 8);
        refused(family, big, "attachment.reject.size");
        assertThat(as.call(clerk(), () -> attachments.ofFamily(family))).isEmpty();
    }

    @Test
    void aFileSentTwiceIsOneFileAndItsPagesSayWhatIsWrong() {
        long family = newLoss();
        UUID sent = UUID.randomUUID();
        assertThat(upload(family, sent, "假.jpg", "<html>"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("只收 PDF");
        assertThat(upload(family, sent, "证明.pdf", "%PDF-1.4")).hasStatus(HttpStatus.FOUND);
        assertThat(upload(family, sent, "证明.pdf", "%PDF-1.4")).hasStatus(HttpStatus.FOUND);
        List<Attachments.Listed> files = as.call(clerk(), () -> attachments.ofFamily(family));
        assertThat(files).hasSize(1);
        String url = "/families/" + family + "/attachments/" + files.get(0).id();
        assertThat(get(clerk(), url))
                .hasStatusOk()
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasHeaderSatisfying(
                        "Content-Disposition", v -> assertThat(v.get(0)).startsWith("attachment"))
                .hasHeaderSatisfying("Cache-Control", v -> assertThat(v.get(0)).contains("no-store"));
        assertThat(get(as.account(Role.CASEWORKER, HUIAN), url)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(as.account(Role.POLICY_ADMIN, YONGCHUN), url)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(clerk(), "/families/" + family + "/attachments"))
                .hasStatusOk()
                .bodyText()
                .contains("证明.pdf");
    }

    @Test
    void aReplacedFileStaysAndAWithdrawnOneNoLongerOpens() {
        long family = newLoss();
        byte[] pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        long old = as.call(clerk(), () -> attachments.store(family, UUID.randomUUID(), AttachmentKind.OTHER, "a", pdf));
        long next = as.call(clerk(), () -> attachments.replace(family, old, UUID.randomUUID(), "b", pdf));
        assertThat(as.call(clerk(), () -> attachments.ofFamily(family)))
                .filteredOn(Attachments.Listed::current)
                .extracting(Attachments.Listed::id)
                .containsExactly(next);
        assertThat(as.call(clerk(), () -> attachments.open(family, old)).content())
                .isEqualTo(pdf);
        as.run(clerk(), () -> attachments.withdraw(family, next, "放错了"));
        assertThatThrownBy(() -> as.call(clerk(), () -> attachments.open(family, next)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPaperIsGivenOnceAndAMissingOneStopsAConfirmationOnlyWhereTheCountySaysSo() {
        long family = reviewed();
        assertThat(lifecycleRefusal(family)).isNull();
        decide("intake.papers-first", "new", () -> {
            assertThat(lifecycleRefusal(family)).isEqualTo("intake.reject.papers");
            assertThat(get(approver(), "/families/" + family + "/steps/confirm"))
                    .bodyText()
                    .contains("户口簿：还没有", "必备材料还不齐");
            givePapers(family);
            assertThat(lifecycleRefusal(family)).isNull();
            assertThat(as.call(clerk(), () -> papers.record(family, held()))).isZero();
            as.run(approver(), () -> lifecycle.confirm(family));
        });
        assertThat(as.call(clerk(), () -> heads.read(family)).status()).isEqualTo(FamilyStatus.CONFIRMED);
    }

    @Test
    void papersAreRecordedOnOnePageAndNothingTypedIsLost() {
        long family = newLoss();
        String url = "/families/" + family + "/papers";
        assertThat(get(clerk(), url)).hasStatusOk().bodyText().contains("户口簿", "认定条件", "口径待定");
        assertThat(post(clerk(), url, "papers[ONE_CHILD].state", "EXCUSED", "papers[ONE_CHILD].reference", "光荣0077"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("写清为什么没有", "光荣0077");
        assertThat(post(
                        clerk(),
                        url,
                        "papers[HOUSEHOLD].state",
                        "HELD",
                        "papers[HOUSEHOLD].on",
                        today().toString(),
                        "criteria[HUKOU].answer",
                        "YES",
                        "criteria[HUKOU].source",
                        "户口簿"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(get(clerk(), "/families/" + family)).bodyText().contains("已留存", "还缺 4 份");
        assertThat(as.call(clerk(), () -> criteria.ofFamily(family)))
                .filteredOn(c -> c.answer() == null)
                .hasSize(4);
        assertThat(get(as.account(Role.CASEWORKER, HUIAN), url)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(approver(), url)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void onlyTheCountysDepartmentConfirms() {
        long family = reviewed();
        decide("intake.confirming-department", "FPA", () -> {
            assertThatThrownBy(() -> as.run(approver(), () -> lifecycle.confirm(family)))
                    .isInstanceOfSatisfying(
                            Rejected.class, r -> assertThat(r.key()).isEqualTo("intake.reject.department.FPA"));
            Lifecycle.Outcome outcome = as.call(approver(), () -> lifecycle.confirmAll(List.of(family)));
            assertThat(outcome.done()).isZero();
            assertThat(outcome.reasons()).containsEntry(family, "intake.reject.department.FPA");
        });
        decide(
                "intake.confirming-department",
                "CIVIL_AFFAIRS",
                () -> assertThat(lifecycleRefusal(family)).isNull());
    }

    @Test
    void aReturnedFileSaysExactlyWhatToMendAndWhatWasMended() {
        long family = newLoss();
        assertThat(post(
                        clerk(),
                        "/families/" + family + "/steps/return",
                        "reason",
                        "户口簿看不清",
                        "item",
                        "paper:HOUSEHOLD",
                        "item",
                        "criterion:HUKOU"))
                .hasStatus(HttpStatus.FOUND);
        Corrections.Correction open =
                as.call(clerk(), () -> corrections.open(family)).orElseThrow();
        assertThat(open.items())
                .extracting(Corrections.Item::code)
                .containsExactly("paper:HOUSEHOLD", "criterion:HUKOU");
        assertThat(open.items()).noneMatch(Corrections.Item::mended);
        givePapers(family);
        assertThat(as.call(clerk(), () -> corrections.open(family))
                        .orElseThrow()
                        .items())
                .filteredOn(Corrections.Item::mended)
                .extracting(Corrections.Item::code)
                .containsExactly("paper:HOUSEHOLD");
        as.run(clerk(), () -> lifecycle.resubmit(family));
        assertThat(as.call(clerk(), () -> corrections.open(family))).isEmpty();
    }

    private void refused(long family, byte[] content, String key) {
        assertThatThrownBy(() -> as.call(
                        clerk(),
                        () -> attachments.store(family, UUID.randomUUID(), AttachmentKind.OTHER, "x.jpg", content)))
                .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private String lifecycleRefusal(long family) {
        return as.call(approver(), () -> lifecycle.refusals(org.nuanxin.family.StepGuard.Step.CONFIRM, List.of(family)))
                .get(family);
    }

    /** The county decides for the length of the work. */
    private void decide(String key, String value, Runnable work) {
        as.run(
                approver(),
                () -> jdbc.sql("""
                        insert into setting (id, applies_to, key, value, valid_from, reason, recorded_by)
                        values (nextval('setting_seq'), :path, :key, :value, '2000-01-01', '测试', :actor)""")
                        .param("path", county)
                        .param("key", key)
                        .param("value", value)
                        .param("actor", approver().id())
                        .update());
        try {
            work.run();
        } finally {
            as.run(
                    approver(),
                    () -> jdbc.sql("""
                            update setting set superseded_at = now(), superseded_by = :actor
                            where key = :key and applies_to = :path and superseded_at is null""")
                            .param("actor", approver().id())
                            .param("key", key)
                            .param("path", county)
                            .update());
        }
    }

    private void givePapers(long family) {
        as.run(clerk(), () -> papers.record(family, held()));
    }

    private List<Papers.Entry> held() {
        return List.of("ID_CARD", "HOUSEHOLD", "MARRIAGE", "ONE_CHILD", "DEATH").stream()
                .map(code -> new Papers.Entry(code, Papers.State.HELD, today(), null, null, null))
                .toList();
    }

    private long newLoss() {
        return as.call(
                clerk(),
                () -> families.register(
                        TestFamilies.newLoss(village, "黄材料" + SERIAL.incrementAndGet(), today().minusDays(5))));
    }

    private long reviewed() {
        long family = newLoss();
        as.run(clerk(), () -> lifecycle.review(family));
        return family;
    }

    private SignedInAccount clerk() {
        return as.account(Role.CASEWORKER, YONGCHUN);
    }

    private SignedInAccount approver() {
        return as.account(Role.APPROVER, YONGCHUN);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private MvcTestResult get(SignedInAccount who, String url) {
        return mvc.get().uri(url).with(user(who)).exchange();
    }

    private MvcTestResult post(SignedInAccount who, String url, String... pairs) {
        var request = mvc.post().uri(url).with(user(who)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult upload(long family, UUID sent, String name, String content) {
        return mvc.post()
                .uri("/families/" + family + "/attachments")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/jpeg", content.getBytes(StandardCharsets.UTF_8)))
                .param("clientId", sent.toString())
                .param("kind", "OTHER")
                .with(user(clerk()))
                .with(csrf())
                .exchange();
    }

    /** 40 × 20 pixels, with a note of the camera's in front. */
    private static byte[] jpegWithExif() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        byte[] note = "Exif\0\0GPS-SECRET".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain.toByteArray(), 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (note.length + 2)});
        out.write(note);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return out.toByteArray();
    }

    /** Says it is 20,000 × 10,000 pixels. */
    private static byte[] hugePng() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        java.nio.ByteBuffer png = java.nio.ByteBuffer.wrap(out.toByteArray());
        png.putInt(16, 20_000).putInt(20, 10_000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }
}
