package org.nuanxin.care;

import java.time.LocalDate;

/**
 * The one definition of overdue: the limit has passed and the task is still open. On the due day itself a task is not
 * overdue. A family never visited has an open task (first visit, or never visited since its confirmation), so it is
 * overdue like any other and not absent.
 */
public final class Overdue {

    /** For a statement whose care_task is {@code t} and whose parameter {@code today} is given. */
    public static final String SQL = "care_overdue(t.status, t.due_on, :today)";

    private Overdue() {}

    public static boolean is(TaskStatus status, LocalDate dueOn, LocalDate today) {
        return status == TaskStatus.OPEN && dueOn.isBefore(today);
    }

    /** Days past the limit, 0 on the due day, negative before. */
    public static long days(LocalDate dueOn, LocalDate today) {
        return today.toEpochDay() - dueOn.toEpochDay();
    }
}
