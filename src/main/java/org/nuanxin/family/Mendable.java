package org.nuanxin.family;

import java.util.Map;

/** What a file can be returned for, beside the reason: the page of 补正 offers it, the registrar sees what was chosen. */
public interface Mendable {

    /** Code to words in the language at hand, in the order of the page. */
    Map<String, String> items(long familyId);
}
