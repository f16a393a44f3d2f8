package org.nuanxin.common;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen ID after GB 11643: 18 characters; the last one checks the others, birth date and sex are inside. */
public record CitizenId(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** What is wrong with a text that should be a citizen ID. */
    public enum Fault {
        LENGTH,
        CHARACTERS,
        BIRTH_DATE,
        CHECK_DIGIT
    }

    public CitizenId {
        fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException("not a citizen ID: " + fault);
        });
    }

    /** Full-width digits, spaces, apostrophes and a lower-case x are how people type it. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}'’‘`\\p{Cf}-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The first fault of a normalised text; empty when it is a citizen ID. */
    public static Optional<Fault> fault(String text) {
        if (text.length() != 18) {
            return Optional.of(Fault.LENGTH);
        }
        if (!FORM.matcher(text).matches()) {
            return Optional.of(Fault.CHARACTERS);
        }
        try {
            birthDate(text);
        } catch (DateTimeException notADay) {
            return Optional.of(Fault.BIRTH_DATE);
        }
        return checkDigit(text) == text.charAt(17) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
    }

    /** The 18th character for the first 17. */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static LocalDate birthDate(String text) {
        return LocalDate.of(
                Integer.parseInt(text.substring(6, 10)),
                Integer.parseInt(text.substring(10, 12)),
                Integer.parseInt(text.substring(12, 14)));
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Never the number itself: it would end in a log. */
    @Override
    public String toString() {
        return "CitizenId[masked]";
    }
}
