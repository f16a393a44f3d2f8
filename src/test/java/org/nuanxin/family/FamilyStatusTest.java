package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.family.FamilyStatus.CONFIRMED;
import static org.nuanxin.family.FamilyStatus.EXITED;
import static org.nuanxin.family.FamilyStatus.LEAD;
import static org.nuanxin.family.FamilyStatus.REGISTERED;
import static org.nuanxin.family.FamilyStatus.RETURNED;
import static org.nuanxin.family.FamilyStatus.REVIEWED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nuanxin.common.Rejected;

/** The legal moves of a file, and who may make them. */
class FamilyStatusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String VILLAGE = "350500000000/350502000000/350502005000/350502005001/";

    @Test
    void aFileMovesOnlyAlongItsTable() {
        Map<FamilyStatus, Set<FamilyStatus>> table = Map.of(
                LEAD, Set.of(REGISTERED, EXITED),
                REGISTERED, Set.of(REVIEWED, RETURNED, CONFIRMED, EXITED),
                RETURNED, Set.of(REGISTERED, EXITED),
                REVIEWED, Set.of(CONFIRMED, RETURNED, EXITED),
                CONFIRMED, Set.of(EXITED),
                EXITED, Set.of());
        table.forEach((from, allowed) -> {
            for (FamilyStatus to : FamilyStatus.values()) {
                assertThat(from.canBecome(to)).as(from + " → " + to).isEqualTo(allowed.contains(to));
            }
        });
    }

    @Test
    void aNewLossIsReviewedBeforeItIsConfirmed() {
        Family family = registered(Origin.NEW, 1);
        assertThatThrownBy(() -> family.confirm(author(2)))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("family.reject.review-first"));
        family.review(author(1));
        family.confirm(author(2));
        assertThat(family.status()).isEqualTo(CONFIRMED);
    }

    @Test
    void stockIsConfirmedWithoutReviewButNeverByWhoRegisteredIt() {
        Family family = registered(Origin.STOCK, 1);
        assertThatThrownBy(() -> family.confirm(author(1)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.key()).isEqualTo("family.reject.own-registration"));
        family.confirm(author(2));
        assertThat(family.confirmedBy()).isEqualTo(2);
    }

    @Test
    void whoSubmitsAgainCountsAsTheRegistrar() {
        Family family = registered(Origin.STOCK, 1);
        family.returnForCorrection("缺户口本");
        family.resubmit(author(2));
        assertThatThrownBy(() -> family.confirm(author(2))).isInstanceOf(Rejected.class);
        family.confirm(author(3));
        assertThat(family.status()).isEqualTo(CONFIRMED);
    }

    @Test
    void aConfirmedFileIsNotReturned() {
        Family family = registered(Origin.STOCK, 1);
        family.confirm(author(2));
        assertThatThrownBy(() -> family.returnForCorrection("晚了"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.key()).isEqualTo("family.reject.not-from-confirmed"));
    }

    @Test
    void onlyTheYearOfADeathMayBeKnown() {
        assertThat(Typed.partialDate("２０１９年4月12日"))
                .isEqualTo(new Typed.PartialDate(LocalDate.of(2019, 4, 12), Child.Precision.DAY));
        assertThat(Typed.partialDate("2019.4"))
                .isEqualTo(new Typed.PartialDate(LocalDate.of(2019, 4, 1), Child.Precision.MONTH));
        assertThat(Typed.partialDate("2019年"))
                .isEqualTo(new Typed.PartialDate(LocalDate.of(2019, 1, 1), Child.Precision.YEAR));
        assertThat(Typed.partialDate("2019-13-01")).isNull();
        assertThat(Typed.partialDate("去年")).isNull();
    }

    private static Family registered(Origin origin, long by) {
        NewFamily wanted = TestFamilies.family(origin, VILLAGE, origin == Origin.NEW ? TODAY : null, List.of());
        Family family = Family.of(wanted, "zhang", author(by));
        family.register(wanted, "350502-00001", author(by));
        return family;
    }

    private static Family.Author author(long account) {
        return new Family.Author(account, Instant.EPOCH, TODAY);
    }
}
