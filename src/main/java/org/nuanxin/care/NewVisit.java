package org.nuanxin.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit to be logged.
 *
 * @param clientId made by the sender: the same one again is the same visit
 * @param onPhone whether it was entered on the phone pages
 */
public record NewVisit(UUID clientId, boolean onPhone, Long visitorId, Content content) {

    /**
     * What a visit says; a correction replaces it and keeps the old one.
     *
     * @param notMetReason null where somebody was met
     * @param money yuan handed over, null for none
     * @param nextOn agreed day of the next contact
     */
    public record Content(
            LocalDate on,
            @Nullable LocalTime at,
            Channel channel,
            boolean met,
            @Nullable NotMetReason notMetReason,
            @Nullable String companions,
            List<Member> members,
            Set<Housing> housing,
            Set<Need> needs,
            @Nullable String goods,
            @Nullable BigDecimal money,
            @Nullable LastPromise lastPromise,
            @Nullable String promise,
            @Nullable String note,
            @Nullable LocalDate nextOn,
            @Nullable Channel nextChannel,
            boolean safetyWorry,
            @Nullable String worry) {}

    /** How one member is; nothing is asked twice and everything may be left out. */
    public record Member(
            long personId,
            boolean met,
            Set<Body> body,
            @Nullable Sleep sleep,
            @Nullable Mood mood) {}
}
