package org.nuanxin.care;

import java.time.LocalDate;

/** A visit was logged; the day is the visit's, not the entry's. */
public record VisitLogged(long visitId, long familyId, LocalDate on) {}
