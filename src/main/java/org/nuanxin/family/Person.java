package org.nuanxin.family;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Pinyin;
import org.nuanxin.common.Sex;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.privacy.EncryptedText;
import org.nuanxin.privacy.Masking;

/** A member of a family. ID, phone and account are ciphertext; pages get them masked only. */
@Entity
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Enumerated(EnumType.STRING)
    private PersonRole role;

    private boolean contact;

    private String name;

    private String pinyin;

    private String initials;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    @Column(name = "born_on")
    private @Nullable LocalDate bornOn;

    @Convert(converter = EncryptedText.class)
    @Column(name = "citizen_id")
    private @Nullable String citizenId;

    @Column(name = "citizen_id_index")
    private byte @Nullable [] citizenIdIndex;

    @Convert(converter = EncryptedText.class)
    private @Nullable String phone;

    @Column(name = "phone_index")
    private byte @Nullable [] phoneIndex;

    @Column(name = "phone_tail_index")
    private byte @Nullable [] phoneTailIndex;

    @Column(name = "bank_name")
    private @Nullable String bankName;

    @Convert(converter = EncryptedText.class)
    @Column(name = "account_number")
    private @Nullable String accountNumber;

    @Column(name = "account_index")
    private byte @Nullable [] accountIndex;

    @Column(name = "died_on")
    private @Nullable LocalDate diedOn;

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    private boolean active = true;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(Family family, NewFamily.NewPerson person, BlindIndex index) {
        this.clientId = person.clientId();
        this.familyId = family.id();
        this.regionPath = family.regionPath();
        correct(person, index);
    }

    /** Takes over all that was given; ID, birth date, sex, phone and account stay where none is given. */
    final void correct(NewFamily.NewPerson person, BlindIndex index) {
        this.role = person.role();
        this.contact = person.contact();
        this.name = person.name();
        this.pinyin = Pinyin.of(person.name());
        this.initials = Pinyin.initials(person.name());
        if (citizenId == null) {
            this.sex = person.sex() == null ? sex : person.sex();
            this.bornOn = person.bornOn() == null ? bornOn : person.bornOn();
        }
        this.bankName = person.bankName();
        this.diedOn = person.diedOn();
        if (person.citizenId() != null) {
            this.citizenId = person.citizenId().value();
            this.citizenIdIndex = index.of(person.citizenId().value());
            this.sex = person.citizenId().sex();
            this.bornOn = person.citizenId().birthDate();
        }
        if (person.phone() != null) {
            this.phone = person.phone();
            this.phoneIndex = index.of(person.phone());
            this.phoneTailIndex = index.ofNullable(PhoneTail.ofNumber(person.phone()));
        }
        if (person.accountNumber() != null) {
            this.accountNumber = person.accountNumber();
            this.accountIndex = index.of(person.accountNumber());
        }
    }

    /** Died on that day: a member to be remembered, no longer one to be met. */
    void die(LocalDate on) {
        this.diedOn = on;
        this.contact = false;
    }

    /** The death was recorded by mistake. */
    void live() {
        this.diedOn = null;
    }

    void becomeContact() {
        this.contact = true;
    }

    /** No longer a member of this file from that day on; what was recorded stays with it. */
    void leave(LocalDate on) {
        this.leftOn = on;
        this.active = false;
        this.contact = false;
    }

    /** Moved to a file of their own, and phone and account with them; the other parent's file shows neither. */
    void moveOut(LocalDate on) {
        leave(on);
        this.phone = null;
        this.phoneIndex = null;
        this.phoneTailIndex = null;
        this.bankName = null;
        this.accountNumber = null;
        this.accountIndex = null;
    }

    /** The file was closed: its citizen ID may be registered elsewhere. */
    void rest() {
        this.active = false;
    }

    /** The file is open again. */
    void wake() {
        this.active = leftOn == null;
    }

    /** The same person in another file, with all that is known of them. */
    NewFamily.NewPerson copy(List<NewFamily.NewFact> facts) {
        return new NewFamily.NewPerson(
                UUID.randomUUID(),
                role,
                true,
                name,
                citizenId == null ? null : new CitizenId(citizenId),
                sex,
                bornOn,
                phone,
                bankName,
                accountNumber,
                diedOn,
                facts);
    }

    @Nullable
    LocalDate leftOn() {
        return leftOn;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long familyId() {
        return familyId;
    }

    PersonRole role() {
        return role;
    }

    boolean contact() {
        return contact;
    }

    String name() {
        return name;
    }

    String pinyin() {
        return pinyin;
    }

    @Nullable
    Sex sex() {
        return sex;
    }

    @Nullable
    LocalDate bornOn() {
        return bornOn;
    }

    @Nullable
    String bankName() {
        return bankName;
    }

    @Nullable
    LocalDate diedOn() {
        return diedOn;
    }

    boolean active() {
        return active;
    }

    String maskedCitizenId() {
        return Masking.citizenId(citizenId);
    }

    String maskedPhone() {
        return Masking.phone(phone);
    }

    /** Last four digits. */
    String maskedAccount() {
        return Masking.account(accountNumber);
    }

    int version() {
        return version;
    }
}
