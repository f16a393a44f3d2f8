package org.nuanxin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.EncryptedText;

/** A contact with a family. Its text may be corrected; what it said before is kept as a {@link VisitRevision}. */
@Entity
class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_seq")
    @SequenceGenerator(name = "visit_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "receipt_number")
    private String receiptNumber;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "on_date")
    private LocalDate on;

    @Column(name = "at_time")
    private @Nullable LocalTime at;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private boolean met;

    @Enumerated(EnumType.STRING)
    @Column(name = "not_met_reason")
    private @Nullable NotMetReason notMetReason;

    @Column(name = "visitor_id")
    private long visitorId;

    private @Nullable String companions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] housing;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] needs;

    private @Nullable String goods;

    private @Nullable BigDecimal money;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_promise")
    private @Nullable LastPromise lastPromise;

    @Convert(converter = EncryptedText.class)
    private @Nullable String promise;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Column(name = "next_on")
    private @Nullable LocalDate nextOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "next_channel")
    private @Nullable Channel nextChannel;

    @Column(name = "safety_worry")
    private boolean safetyWorry;

    @Convert(converter = EncryptedText.class)
    private @Nullable String worry;

    @Column(name = "made_on")
    private String madeOn;

    @Column(name = "logged_by")
    private long loggedBy;

    @Column(name = "logged_at")
    private Instant loggedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Visit() {}

    Visit(NewVisit wanted, long familyId, String regionPath, String receiptNumber, long loggedBy, Instant loggedAt) {
        this.clientId = wanted.clientId();
        this.madeOn = wanted.onPhone() ? "PHONE" : "OFFICE";
        this.visitorId = wanted.visitorId();
        this.familyId = familyId;
        this.regionPath = regionPath;
        this.receiptNumber = receiptNumber;
        this.loggedBy = loggedBy;
        this.loggedAt = loggedAt;
        NewVisit.Content content = wanted.content();
        this.on = content.on();
        this.channel = content.channel();
        this.safetyWorry = content.safetyWorry();
        this.worry = content.worry();
        this.nextOn = content.nextOn();
        this.nextChannel = content.nextChannel();
        this.housing = new String[0];
        this.needs = new String[0];
        say(content);
    }

    /** Says it anew. What the visit set going stays as it was: its worry, its next date and the tasks it closed. */
    void say(NewVisit.Content content) {
        this.on = content.on();
        this.at = content.at();
        this.channel = content.channel();
        this.met = content.met();
        this.notMetReason = content.met() ? null : content.notMetReason();
        this.companions = content.companions();
        this.housing = names(content.housing());
        this.needs = names(content.needs());
        this.goods = content.goods();
        this.money = content.money();
        this.lastPromise = content.lastPromise();
        this.promise = content.promise();
        this.note = content.note();
    }

    /** What it says now. */
    NewVisit.Content content(List<VisitMember> members) {
        return new NewVisit.Content(
                on,
                at,
                channel,
                met,
                notMetReason,
                companions,
                members.stream().map(VisitMember::said).toList(),
                values(Housing.class, housing),
                values(Need.class, needs),
                goods,
                money,
                lastPromise,
                promise,
                note,
                nextOn,
                nextChannel,
                safetyWorry,
                worry);
    }

    static String[] names(Set<? extends Enum<?>> codes) {
        return codes.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> values(Class<E> type, String[] codes) {
        return Arrays.stream(codes)
                .map(code -> Enum.valueOf(type, code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String receiptNumber() {
        return receiptNumber;
    }

    long familyId() {
        return familyId;
    }

    String regionPath() {
        return regionPath;
    }

    LocalDate on() {
        return on;
    }

    long visitorId() {
        return visitorId;
    }

    long loggedBy() {
        return loggedBy;
    }

    Instant loggedAt() {
        return loggedAt;
    }

    @Nullable
    String promise() {
        return promise;
    }

    int version() {
        return version;
    }
}
