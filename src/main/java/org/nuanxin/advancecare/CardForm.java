package org.nuanxin.advancecare;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's card to be filled; {@code version} as it was read, negative where there was none. */
public class CardForm {

    private UUID clientId = UUID.randomUUID();
    private int version = -1;
    private StoredCard.@Nullable Stance stance;
    private Card.@Nullable Guardianship guardianship;
    private @Nullable Boolean notarised;
    private @Nullable LocalDate notarisedOn;
    private @Nullable String wishes;
    private @Nullable String papers;
    private @Nullable LocalDate talkedOn;
    private @Nullable String source;
    private @Nullable LocalDate reviewOn;
    private SomeoneForm signer = new SomeoneForm();
    private SomeoneForm bedside = new SomeoneForm();
    private SomeoneForm guardian = new SomeoneForm();
    private SomeoneForm first = new SomeoneForm();
    private SomeoneForm second = new SomeoneForm();

    static CardForm of(StoredCard stored) {
        CardForm form = new CardForm();
        Card card = stored.card();
        form.version = stored.version();
        form.stance = stored.stance();
        form.signer = SomeoneForm.of(card.signer());
        form.bedside = SomeoneForm.of(card.bedside());
        form.guardianship = card.guardianship();
        form.guardian = SomeoneForm.of(card.guardian());
        form.notarised = card.notarised();
        form.notarisedOn = card.notarisedOn();
        form.first = SomeoneForm.of(card.first());
        form.second = SomeoneForm.of(card.second());
        form.wishes = card.wishes();
        form.papers = card.papers();
        return form;
    }

    Card card() {
        boolean agreed = guardianship == Card.Guardianship.AGREED;
        return new Card(
                signer.someone(),
                bedside.someone(),
                guardianship,
                agreed ? guardian.someone() : Someone.NOBODY,
                agreed ? notarised : null,
                agreed ? notarisedOn : null,
                first.someone(),
                second.someone(),
                wishes,
                papers);
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public StoredCard.@Nullable Stance getStance() {
        return stance;
    }

    public void setStance(StoredCard.@Nullable Stance stance) {
        this.stance = stance;
    }

    public Card.@Nullable Guardianship getGuardianship() {
        return guardianship;
    }

    public void setGuardianship(Card.@Nullable Guardianship guardianship) {
        this.guardianship = guardianship;
    }

    public @Nullable Boolean getNotarised() {
        return notarised;
    }

    public void setNotarised(@Nullable Boolean notarised) {
        this.notarised = notarised;
    }

    public @Nullable LocalDate getNotarisedOn() {
        return notarisedOn;
    }

    public void setNotarisedOn(@Nullable LocalDate notarisedOn) {
        this.notarisedOn = notarisedOn;
    }

    public @Nullable String getWishes() {
        return wishes;
    }

    public void setWishes(@Nullable String wishes) {
        this.wishes = wishes;
    }

    public @Nullable String getPapers() {
        return papers;
    }

    public void setPapers(@Nullable String papers) {
        this.papers = papers;
    }

    public @Nullable LocalDate getTalkedOn() {
        return talkedOn;
    }

    public void setTalkedOn(@Nullable LocalDate talkedOn) {
        this.talkedOn = talkedOn;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable LocalDate getReviewOn() {
        return reviewOn;
    }

    public void setReviewOn(@Nullable LocalDate reviewOn) {
        this.reviewOn = reviewOn;
    }

    public SomeoneForm getSigner() {
        return signer;
    }

    public void setSigner(SomeoneForm signer) {
        this.signer = signer;
    }

    public SomeoneForm getBedside() {
        return bedside;
    }

    public void setBedside(SomeoneForm bedside) {
        this.bedside = bedside;
    }

    public SomeoneForm getGuardian() {
        return guardian;
    }

    public void setGuardian(SomeoneForm guardian) {
        this.guardian = guardian;
    }

    public SomeoneForm getFirst() {
        return first;
    }

    public void setFirst(SomeoneForm first) {
        this.first = first;
    }

    public SomeoneForm getSecond() {
        return second;
    }

    public void setSecond(SomeoneForm second) {
        this.second = second;
    }
}
