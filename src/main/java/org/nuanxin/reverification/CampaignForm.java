package org.nuanxin.reverification;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A campaign to be opened; the last day is written, the end behind it follows. */
public class CampaignForm {

    private @Nullable String region;
    private @Nullable LocalDate opensOn;
    private @Nullable LocalDate lastDay;
    private Set<String> checks = new LinkedHashSet<>();

    void check(Errors errors, Set<String> regions, Set<String> kinds) {
        if (region == null || !regions.contains(region)) {
            errors.rejectValue("region", "reverification.error.region");
        }
        LocalDate first = opensOn;
        LocalDate last = lastDay;
        if (first == null && !errors.hasFieldErrors("opensOn")) {
            errors.rejectValue("opensOn", "reverification.error.opensOn");
        }
        if (last == null && !errors.hasFieldErrors("lastDay")) {
            errors.rejectValue("lastDay", "reverification.error.lastDay");
        }
        if (first != null && last != null && (last.isBefore(first) || last.isAfter(first.plusYears(1)))) {
            errors.rejectValue("lastDay", "reverification.error.window");
        }
        if (checks.isEmpty() || !kinds.containsAll(checks)) {
            errors.rejectValue("checks", "reverification.error.checks");
        }
    }

    Campaigns.Wanted wanted() {
        return new Campaigns.Wanted(
                Objects.requireNonNull(region),
                Objects.requireNonNull(opensOn),
                Objects.requireNonNull(lastDay).plusDays(1),
                checks);
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable LocalDate getOpensOn() {
        return opensOn;
    }

    public void setOpensOn(@Nullable LocalDate opensOn) {
        this.opensOn = opensOn;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public Set<String> getChecks() {
        return checks;
    }

    public void setChecks(Set<String> checks) {
        this.checks = checks;
    }
}
