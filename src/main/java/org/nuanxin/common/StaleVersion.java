package org.nuanxin.common;

import java.util.List;

/** Somebody saved the record after it was read (409); carries both versions, so that nothing typed is lost. */
public class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One field: its label as a message key, what is stored now, what this person typed. */
    public record Difference(String labelKey, String theirs, String yours) {}

    private final transient List<Difference> differences;
    private final String editUrl;

    public StaleVersion(String editUrl, List<Difference> differences) {
        super("stale version");
        this.editUrl = editUrl;
        this.differences = List.copyOf(differences);
    }

    public List<Difference> differences() {
        return differences;
    }

    public String editUrl() {
        return editUrl;
    }
}
