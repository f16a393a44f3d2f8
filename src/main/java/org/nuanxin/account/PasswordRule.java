package org.nuanxin.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which passwords people may choose, and the ones we make for them: length counts, not a mixture of signs. */
@Component
class PasswordRule {

    /** Characters a password has at least. */
    static final int SHORTEST = 12;
    /** bcrypt reads no more bytes than this. */
    static final int LONGEST = 72;

    private static final int FEWEST_DIFFERENT = 5;
    /** Without those that are mistaken for one another on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> common;

    PasswordRule() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("account/common-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            common = lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The message key of what is wrong with a password; empty where it will do. */
    Optional<String> fault(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            return Optional.of("account.error.password-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("account.error.password-long");
        }
        if (!username.isBlank() && lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("account.error.password-username");
        }
        if (common.contains(lower) || lower.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("account.error.password-common");
        }
        return Optional.empty();
    }

    /** Sixteen random characters in groups of four (79 bits), easy to read out over the telephone. */
    String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
