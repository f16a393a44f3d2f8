package org.nuanxin.advancecare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** What a card's form must say; nothing on the card itself is required, people tell what they want to tell. */
@Component
class CardCheck {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 40;

    private final Clock clock;
    private final MessageSource messages;

    CardCheck(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The source written down where a card was looked at together and nothing changed. */
    String stillSo() {
        return messages.getMessage("advancecare.stillSo", null, LocaleContextHolder.getLocale());
    }

    void check(CardForm form, BindingResult errors) {
        LocalDate today = LocalDate.now(clock);
        if (form.getStance() == null) {
            errors.rejectValue("stance", "advancecare.error.stance");
        }
        LocalDate talked = form.getTalkedOn();
        if (talked == null && !errors.hasFieldErrors("talkedOn")) {
            errors.rejectValue("talkedOn", "advancecare.error.talkedOn");
        } else if (talked != null && talked.isAfter(today)) {
            errors.rejectValue("talkedOn", "advancecare.error.future");
        }
        if (form.getSource() == null) {
            errors.rejectValue("source", "advancecare.error.source");
        }
        LocalDate review = form.getReviewOn();
        if (review != null && !review.isAfter(today)) {
            errors.rejectValue("reviewOn", "advancecare.error.reviewOn");
        }
        LocalDate notarised = form.getNotarisedOn();
        if (notarised != null && notarised.isAfter(today)) {
            errors.rejectValue("notarisedOn", "advancecare.error.future");
        }
        if (form.getStance() == StoredCard.Stance.TALKED) {
            people(form, errors);
        }
        longest(form.getWishes(), "wishes", errors);
        longest(form.getPapers(), "papers", errors);
    }

    private static void people(CardForm form, BindingResult errors) {
        Map.of(
                        "signer", form.getSigner(),
                        "bedside", form.getBedside(),
                        "guardian", form.getGuardian(),
                        "first", form.getFirst(),
                        "second", form.getSecond())
                .forEach((field, someone) -> {
                    String name = someone.getName();
                    String phone = someone.getPhone();
                    if (name == null && (phone != null || someone.getRelation() != null)) {
                        errors.rejectValue(field + ".name", "advancecare.error.name");
                    }
                    if (name != null && name.length() > LONGEST_NAME) {
                        errors.rejectValue(field + ".name", "advancecare.error.nameLong");
                    }
                    if (phone != null && !phone.matches("\\+?\\d{7,15}")) {
                        errors.rejectValue(field + ".phone", "advancecare.error.phone");
                    }
                });
        if (form.getGuardianship() == Card.Guardianship.AGREED
                && form.getGuardian().getName() == null) {
            errors.rejectValue("guardian.name", "advancecare.error.guardian");
        }
    }

    private static void longest(@Nullable String text, String field, BindingResult errors) {
        if (text != null && text.length() > LONGEST) {
            errors.rejectValue(field, "advancecare.error.long");
        }
    }
}
