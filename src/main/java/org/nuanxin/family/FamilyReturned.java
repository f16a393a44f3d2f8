package org.nuanxin.family;

import java.util.List;

/** A file was returned for correction (补正). {@code items}: codes of {@link Mendable} that are to be mended. */
public record FamilyReturned(long familyId, List<String> items) {}
