package org.nuanxin.family;

import java.util.List;

/** The county confirmed these families. */
public record FamiliesConfirmed(List<Long> familyIds) {}
