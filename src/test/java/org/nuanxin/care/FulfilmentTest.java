package org.nuanxin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.care.TaskKind.FESTIVAL;
import static org.nuanxin.care.TaskKind.FIRST_VISIT;
import static org.nuanxin.care.TaskKind.HOME_VISIT;
import static org.nuanxin.care.TaskKind.ROUTINE_CONTACT;
import static org.nuanxin.care.TaskKind.TIMELY_CARE;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FulfilmentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    private static Fulfilment visit(Channel channel, boolean met, boolean byWish) {
        return new Fulfilment(DAY, channel, met, byWish, null);
    }

    @Test
    void aHomeVisitFulfilsEveryTaskThatIsOpen() {
        for (TaskKind kind : new TaskKind[] {FIRST_VISIT, FESTIVAL, TIMELY_CARE, HOME_VISIT, ROUTINE_CONTACT}) {
            assertThat(visit(Channel.HOME, true, false).of(kind, DAY)).contains(TaskStatus.DONE);
        }
    }

    @Test
    void aCallIsARoutineContactAndNoVisit() {
        Fulfilment call = visit(Channel.PHONE, true, false);
        assertThat(call.of(ROUTINE_CONTACT, DAY)).contains(TaskStatus.DONE);
        assertThat(call.of(FIRST_VISIT, DAY)).isEmpty();
        assertThat(call.of(FESTIVAL, DAY)).isEmpty();
        assertThat(call.of(TIMELY_CARE, DAY)).isEmpty();
        assertThat(call.of(HOME_VISIT, DAY)).isEmpty();
    }

    @Test
    void aMeetingInHospitalIsTimelyCareButNoFestivalVisit() {
        Fulfilment meeting = visit(Channel.VENUE, true, false);
        assertThat(meeting.of(TIMELY_CARE, DAY)).contains(TaskStatus.DONE);
        assertThat(meeting.of(FESTIVAL, DAY)).isEmpty();
    }

    @Test
    void whoRefusesVisitsIsCaredForByTheirWishAndCountedApart() {
        assertThat(visit(Channel.PHONE, true, true).of(FIRST_VISIT, DAY)).contains(TaskStatus.FULFILLED_OTHERWISE);
        assertThat(visit(Channel.NEIGHBOUR, false, true).of(FESTIVAL, DAY)).contains(TaskStatus.FULFILLED_OTHERWISE);
        assertThat(visit(Channel.PARCEL, false, false).of(FESTIVAL, DAY)).isEmpty();
    }

    @Test
    void aCallAfterARefusalAtTheDoorCountsAsTheirWish() {
        Fulfilment call = new Fulfilment(DAY, Channel.PHONE, true, false, DAY.minusDays(1));
        assertThat(call.of(FESTIVAL, DAY.minusDays(3))).contains(TaskStatus.FULFILLED_OTHERWISE);
        assertThat(call.of(FESTIVAL, DAY)).as("refused before the task opened").isEmpty();
    }

    @Test
    void nobodyMetFulfilsNothing() {
        assertThat(visit(Channel.HOME, false, false).of(FIRST_VISIT, DAY)).isEmpty();
        assertThat(visit(Channel.PHONE, false, true).of(ROUTINE_CONTACT, DAY)).isEmpty();
    }

    @Test
    void aVisitBeforeTheTaskOpenedDoesNotFulfilIt() {
        assertThat(visit(Channel.HOME, true, false).of(FESTIVAL, DAY.plusDays(1)))
                .isEmpty();
        assertThat(visit(Channel.HOME, true, false).of(FESTIVAL, DAY)).contains(TaskStatus.DONE);
    }

    @Test
    void onTheDueDayATaskIsNotOverdueTheDayAfterItIs() {
        assertThat(Overdue.is(TaskStatus.OPEN, DAY, DAY)).isFalse();
        assertThat(Overdue.is(TaskStatus.OPEN, DAY, DAY.plusDays(1))).isTrue();
        assertThat(Overdue.is(TaskStatus.DONE, DAY, DAY.plusDays(1))).isFalse();
    }
}
