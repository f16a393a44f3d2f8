package org.nuanxin.family;

/** A corrected file was submitted again. */
public record FamilyResubmitted(long familyId) {}
