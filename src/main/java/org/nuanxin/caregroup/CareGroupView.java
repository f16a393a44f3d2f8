package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A family's group as pages show it.
 *
 * @param four the statutory seats in their order, each with its holder or null
 * @param others relatives, social workers, volunteers
 * @param former seats that have ended, the newest first
 * @param later seats that begin on a day to come
 */
public record CareGroupView(
        long groupId,
        LocalDate establishedOn,
        List<Four> four,
        List<Seat> others,
        List<Seat> later,
        List<Seat> former,
        Fund fund) {

    /** One of the four seats. */
    public record Four(SeatKind kind, @Nullable Seat holder) {}

    /** A holder as pages may see them: the phone masked. */
    public record Seat(
            long id,
            SeatKind kind,
            String name,
            String initial,
            @Nullable String organisation,
            String phone,
            boolean account,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String endReason) {}

    /**
     * This year's money in yuan.
     *
     * @param allocated with reversals taken off
     */
    public record Fund(int year, BigDecimal allocated, BigDecimal spent) {

        public BigDecimal left() {
            return allocated.subtract(spent);
        }

        /** Share that is left, 0 to 100. */
        public int leftPercent() {
            return allocated.signum() == 0
                    ? 0
                    : left().multiply(BigDecimal.valueOf(100))
                            .divide(allocated, RoundingMode.HALF_UP)
                            .intValue();
        }
    }

    public List<SeatKind> vacant() {
        return four.stream()
                .filter(seat -> seat.holder() == null)
                .map(Four::kind)
                .toList();
    }

    public boolean complete() {
        return vacant().isEmpty();
    }

    /** Who sits now: the four first, then the others. */
    public List<Seat> seated() {
        return Stream.concat(four.stream().map(Four::holder).flatMap(Stream::ofNullable), others.stream())
                .toList();
    }
}
