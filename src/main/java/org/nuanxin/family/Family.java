package org.nuanxin.family;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;

/** A family's file, from the first word of a loss to its exit; nothing of it is ever deleted. */
@Entity
class Family {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "family_seq")
    @SequenceGenerator(name = "family_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "file_number")
    private @Nullable String fileNumber;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "residence_path")
    private String residencePath;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    private FamilyStatus status;

    @Column(name = "sort_name")
    private String sortName;

    @Convert(converter = EncryptedText.class)
    private @Nullable String address;

    @Enumerated(EnumType.STRING)
    @Column(name = "living_arrangement")
    private @Nullable LivingArrangement livingArrangement;

    @Embedded
    private ContactPreferences preferences;

    @Column(name = "known_on")
    private @Nullable LocalDate knownOn;

    @Column(name = "told_by")
    private @Nullable String toldBy;

    @Column(name = "registered_on")
    private @Nullable LocalDate registeredOn;

    @Column(name = "registered_by")
    private @Nullable Long registeredBy;

    @Column(name = "reviewed_on")
    private @Nullable LocalDate reviewedOn;

    @Column(name = "reviewed_by")
    private @Nullable Long reviewedBy;

    @Column(name = "confirmed_on")
    private @Nullable LocalDate confirmedOn;

    @Column(name = "confirmed_by")
    private @Nullable Long confirmedBy;

    @Column(name = "exited_on")
    private @Nullable LocalDate exitedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "exit_reason")
    private @Nullable ExitReason exitReason;

    @Column(name = "split_from")
    private @Nullable Long splitFrom;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

    @Column(name = "created_by")
    private long createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Family() {}

    /** A file at its first stage; {@code regionPath} is both filing and residence until told otherwise. */
    private Family(
            UUID clientId, Origin origin, String regionPath, String residencePath, String sortName, Author author) {
        this.clientId = clientId;
        this.origin = origin;
        this.category = Category.BEREAVED;
        this.status = FamilyStatus.LEAD;
        this.regionPath = regionPath;
        this.residencePath = residencePath;
        this.sortName = sortName;
        this.preferences = ContactPreferences.unknown();
        this.createdBy = author.accountId();
        this.createdAt = author.at();
    }

    /** Who acts, when, and what day that is in Quanzhou. */
    record Author(long accountId, Instant at, LocalDate today) {}

    /** 线索: a name, a village, who told us and the day we learned of it; the clock of the first visit starts. */
    static Family lead(
            UUID clientId,
            String regionPath,
            String sortName,
            LocalDate knownOn,
            @Nullable String toldBy,
            Author author) {
        Family family = new Family(clientId, Origin.NEW, regionPath, regionPath, sortName, author);
        family.knownOn = knownOn;
        family.toldBy = toldBy;
        return family;
    }

    /** A file that starts registered: from a roster, or somebody came to the counter. */
    static Family of(NewFamily wanted, String sortName, Author author) {
        Family family = new Family(
                wanted.clientId(), wanted.origin(), wanted.filingPath(), wanted.residencePath(), sortName, author);
        family.knownOn = wanted.knownOn();
        family.toldBy = wanted.toldBy();
        return family;
    }

    /** 登记: completes a lead or a new file and gives it its number. */
    void register(NewFamily details, String number, Author author) {
        become(FamilyStatus.REGISTERED);
        this.fileNumber = number;
        this.category = details.category();
        this.regionPath = details.filingPath();
        this.residencePath = details.residencePath();
        this.address = details.address();
        this.livingArrangement = details.livingArrangement();
        this.preferences = details.preferences();
        this.registeredOn = author.today();
        this.registeredBy = author.accountId();
    }

    /** 初审 by the township. */
    void review(Author author) {
        become(FamilyStatus.REVIEWED);
        this.reviewedOn = author.today();
        this.reviewedBy = author.accountId();
    }

    /** 确认 by the county; stock families may skip the review (存量确认). Never by who registered it. */
    void confirm(Author author) {
        if (status == FamilyStatus.REGISTERED && origin != Origin.STOCK) {
            throw new Rejected("family.reject.review-first");
        }
        if (Objects.equals(registeredBy, author.accountId())) {
            throw new Rejected("family.reject.own-registration");
        }
        become(FamilyStatus.CONFIRMED);
        this.confirmedOn = author.today();
        this.confirmedBy = author.accountId();
    }

    /** 补正: back to who registered it, with the reason. */
    void returnForCorrection(String reason) {
        become(FamilyStatus.RETURNED);
        this.returnReason = reason;
    }

    /** Submits a corrected file again; whoever corrects it counts as its registrar. */
    void resubmit(Author author) {
        become(FamilyStatus.REGISTERED);
        this.registeredBy = author.accountId();
        this.reviewedOn = null;
        this.reviewedBy = null;
    }

    /** 退出 from its date. */
    void exit(ExitReason reason, LocalDate on) {
        become(FamilyStatus.EXITED);
        this.exitReason = reason;
        this.exitedOn = on;
    }

    /** Opens the file again where it stood. */
    void reopen(FamilyStatus before) {
        if (status != FamilyStatus.EXITED) {
            throw new Rejected("family.reject.not-exited");
        }
        this.status = before;
        this.exitReason = null;
        this.exitedOn = null;
    }

    /** 分户: a second file, as far on as this one, for one of the divorced parents; address and wishes start empty. */
    Family split(
            UUID client, String number, String filing, String residence, String name, LocalDate on, Author author) {
        Family second = new Family(client, origin, filing, residence, name, author);
        second.status = status;
        second.category = category;
        second.knownOn = knownOn;
        second.fileNumber = number;
        second.registeredOn = on;
        second.registeredBy = registeredBy;
        second.reviewedOn = reviewedOn == null ? null : on;
        second.reviewedBy = reviewedBy;
        second.confirmedOn = confirmedOn == null ? null : on;
        second.confirmedBy = confirmedBy;
        second.splitFrom = id;
        return second;
    }

    void moveHome(String path, @Nullable String to, @Nullable LivingArrangement arrangement) {
        this.residencePath = path;
        this.address = to;
        this.livingArrangement = arrangement;
    }

    void meetAs(ContactPreferences wanted) {
        this.preferences = wanted;
    }

    void sortAs(String name) {
        this.sortName = name;
    }

    private void become(FamilyStatus next) {
        if (!status.canBecome(next)) {
            throw new Rejected("family.reject.not-from-" + status.name().toLowerCase(Locale.ROOT));
        }
        this.status = next;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    @Nullable
    String fileNumber() {
        return fileNumber;
    }

    String regionPath() {
        return regionPath;
    }

    String residencePath() {
        return residencePath;
    }

    Category category() {
        return category;
    }

    Origin origin() {
        return origin;
    }

    FamilyStatus status() {
        return status;
    }

    @Nullable
    String address() {
        return address;
    }

    @Nullable
    LivingArrangement livingArrangement() {
        return livingArrangement;
    }

    ContactPreferences preferences() {
        return preferences;
    }

    @Nullable
    LocalDate knownOn() {
        return knownOn;
    }

    @Nullable
    String toldBy() {
        return toldBy;
    }

    @Nullable
    LocalDate registeredOn() {
        return registeredOn;
    }

    @Nullable
    LocalDate reviewedOn() {
        return reviewedOn;
    }

    @Nullable
    LocalDate confirmedOn() {
        return confirmedOn;
    }

    @Nullable
    LocalDate exitedOn() {
        return exitedOn;
    }

    @Nullable
    Long splitFrom() {
        return splitFrom;
    }

    @Nullable
    ExitReason exitReason() {
        return exitReason;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Long registeredBy() {
        return registeredBy;
    }

    @Nullable
    Long confirmedBy() {
        return confirmedBy;
    }

    int version() {
        return version;
    }
}
