package org.nuanxin.family;

import java.util.List;

/** Names of who goes to see a family, for its identity bar; the features that know contribute. */
public interface FamilyVisitors {

    /** Display names, the usual visitor first; empty where nobody is named yet. */
    List<String> visitors(long familyId);
}
