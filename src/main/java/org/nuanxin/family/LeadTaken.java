package org.nuanxin.family;

import java.time.LocalDate;

/** We learned of a new loss on that day: the clock of the first visit runs (必须一). */
public record LeadTaken(long familyId, LocalDate knownOn) {}
