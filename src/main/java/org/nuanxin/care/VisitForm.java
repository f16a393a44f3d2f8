package org.nuanxin.care;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.WordGuard;
import org.springframework.validation.Errors;

/** The visit form of office and phone; for a correction as well. */
public class VisitForm {

    private static final int NOTE = 2000;
    private static final int SENTENCE = 500;

    private UUID clientId = UUID.randomUUID();
    private int version;
    private @Nullable LocalDate on;
    private @Nullable LocalTime at;
    private @Nullable Channel channel = Channel.HOME;
    private @Nullable Boolean met = Boolean.TRUE;
    private @Nullable NotMetReason notMetReason;
    private @Nullable Long visitor;
    private @Nullable String companions;
    private List<MemberForm> members = new ArrayList<>();
    private Set<Housing> housing = new LinkedHashSet<>();
    private Set<Need> needs = new LinkedHashSet<>();
    private @Nullable String goods;
    private @Nullable String money;
    private @Nullable LastPromise lastPromise;
    private @Nullable String promise;
    private @Nullable String note;
    private @Nullable LocalDate nextOn;
    private @Nullable Channel nextChannel = Channel.PHONE;
    private boolean safetyWorry;
    private @Nullable String worry;
    private boolean wordsMeant;
    private @Nullable String reason;
    private Map<String, String> checks = new LinkedHashMap<>();

    /** Checks what the fields say together; messages stand at their fields. */
    void check(Errors errors, LocalDate today) {
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "care.error.on");
        } else if (on != null && on.isAfter(today)) {
            errors.rejectValue("on", "care.error.future");
        } else if (on != null && on.isBefore(today.minusYears(10))) {
            errors.rejectValue("on", "care.error.tooLongAgo");
        }
        if (channel == null) {
            errors.rejectValue("channel", "care.error.channel");
        }
        if (met == null) {
            errors.rejectValue("met", "care.error.met");
        } else if (!met && notMetReason == null && (channel == null || !channel.byWish())) {
            errors.rejectValue("notMetReason", "care.error.notMet");
        }
        tooLong(errors, "companions", companions, 100);
        tooLong(errors, "goods", goods, 200);
        tooLong(errors, "promise", promise, SENTENCE);
        tooLong(errors, "worry", worry, SENTENCE);
        tooLong(errors, "note", note, NOTE);
        if (given(money) && yuan() == null) {
            errors.rejectValue("money", "care.error.money");
        }
        if (nextOn != null && on != null && !nextOn.isAfter(on)) {
            errors.rejectValue("nextOn", "care.error.nextOn");
        }
    }

    /** Words to think over before this is kept; empty once the person meant them. */
    List<String> words() {
        return wordsMeant ? List.of() : WordGuard.found(note, promise, worry);
    }

    NewVisit.Content content() {
        boolean somebody = Boolean.TRUE.equals(met);
        Channel how = Objects.requireNonNull(channel);
        return new NewVisit.Content(
                Objects.requireNonNull(on),
                at,
                how,
                somebody,
                somebody ? null : notMetReason == null ? NotMetReason.OTHER : notMetReason,
                text(companions),
                members.stream().map(member -> member.member(somebody)).toList(),
                somebody ? housing : Set.of(),
                somebody ? needs : Set.of(),
                text(goods),
                yuan(),
                lastPromise,
                text(promise),
                text(note),
                nextOn,
                nextOn == null ? null : nextChannel,
                safetyWorry,
                safetyWorry ? text(worry) : null);
    }

    /** Shows a stored visit for correction. */
    void show(NewVisit.Content content, int readAt) {
        this.version = readAt;
        this.on = content.on();
        this.at = content.at();
        this.channel = content.channel();
        this.met = content.met();
        this.notMetReason = content.notMetReason();
        this.companions = content.companions();
        this.housing = new LinkedHashSet<>(content.housing());
        this.needs = new LinkedHashSet<>(content.needs());
        this.goods = content.goods();
        this.money = content.money() == null ? null : content.money().toPlainString();
        this.lastPromise = content.lastPromise();
        this.promise = content.promise();
        this.note = content.note();
        for (MemberForm member : members) {
            content.members().stream()
                    .filter(said -> said.personId() == member.getPersonId())
                    .findFirst()
                    .ifPresentOrElse(
                            said -> {
                                member.setMet(said.met());
                                member.setBody(new LinkedHashSet<>(said.body()));
                                member.setSleep(said.sleep());
                                member.setMood(said.mood());
                            },
                            () -> member.setMet(false));
        }
    }

    /** Spaces, commas and full-width digits are accepted. */
    private @Nullable BigDecimal yuan() {
        if (!given(money)) {
            return null;
        }
        String typed = Normalizer.normalize(Objects.requireNonNull(money), Normalizer.Form.NFKC)
                .replaceAll("[\\s,¥元]", "");
        return typed.matches("\\d{1,9}(\\.\\d{1,2})?") && new BigDecimal(typed).signum() > 0
                ? new BigDecimal(typed)
                : null;
    }

    private static void tooLong(Errors errors, String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            errors.rejectValue(field, "care.error.tooLong", new Object[] {most}, null);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return given(typed) ? Objects.requireNonNull(typed).strip() : null;
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
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

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable LocalTime getAt() {
        return at;
    }

    public void setAt(@Nullable LocalTime at) {
        this.at = at;
    }

    public @Nullable Channel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable Channel channel) {
        this.channel = channel;
    }

    public @Nullable Boolean getMet() {
        return met;
    }

    public void setMet(@Nullable Boolean met) {
        this.met = met;
    }

    public @Nullable NotMetReason getNotMetReason() {
        return notMetReason;
    }

    public void setNotMetReason(@Nullable NotMetReason notMetReason) {
        this.notMetReason = notMetReason;
    }

    public @Nullable Long getVisitor() {
        return visitor;
    }

    public void setVisitor(@Nullable Long visitor) {
        this.visitor = visitor;
    }

    public @Nullable String getCompanions() {
        return companions;
    }

    public void setCompanions(@Nullable String companions) {
        this.companions = companions;
    }

    public List<MemberForm> getMembers() {
        return members;
    }

    public void setMembers(List<MemberForm> members) {
        this.members = members;
    }

    public Set<Housing> getHousing() {
        return housing;
    }

    public void setHousing(Set<Housing> housing) {
        this.housing = housing;
    }

    public Set<Need> getNeeds() {
        return needs;
    }

    public void setNeeds(Set<Need> needs) {
        this.needs = needs;
    }

    public @Nullable String getGoods() {
        return goods;
    }

    public void setGoods(@Nullable String goods) {
        this.goods = goods;
    }

    public @Nullable String getMoney() {
        return money;
    }

    public void setMoney(@Nullable String money) {
        this.money = money;
    }

    public @Nullable LastPromise getLastPromise() {
        return lastPromise;
    }

    public void setLastPromise(@Nullable LastPromise lastPromise) {
        this.lastPromise = lastPromise;
    }

    public @Nullable String getPromise() {
        return promise;
    }

    public void setPromise(@Nullable String promise) {
        this.promise = promise;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable LocalDate getNextOn() {
        return nextOn;
    }

    public void setNextOn(@Nullable LocalDate nextOn) {
        this.nextOn = nextOn;
    }

    public @Nullable Channel getNextChannel() {
        return nextChannel;
    }

    public void setNextChannel(@Nullable Channel nextChannel) {
        this.nextChannel = nextChannel;
    }

    public boolean isSafetyWorry() {
        return safetyWorry;
    }

    public void setSafetyWorry(boolean safetyWorry) {
        this.safetyWorry = safetyWorry;
    }

    public @Nullable String getWorry() {
        return worry;
    }

    public void setWorry(@Nullable String worry) {
        this.worry = worry;
    }

    public boolean isWordsMeant() {
        return wordsMeant;
    }

    public void setWordsMeant(boolean wordsMeant) {
        this.wordsMeant = wordsMeant;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** Answers to what features ask in passing, by the names they chose. */
    public Map<String, String> getChecks() {
        return checks;
    }

    public void setChecks(Map<String, String> checks) {
        this.checks = checks;
    }
}
