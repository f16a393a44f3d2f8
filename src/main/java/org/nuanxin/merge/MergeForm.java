package org.nuanxin.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is who in two files, and what is taken where they say something else. */
class MergeForm {

    private UUID clientId = UUID.randomUUID();

    private Map<Long, Long> persons = new HashMap<>();

    private Map<Long, Long> children = new HashMap<>();

    private Set<String> taken = new LinkedHashSet<>();

    @NotBlank(message = "{merge.error.reason}")
    @Size(max = 200, message = "{merge.error.too-long}")
    private @Nullable String reason;

    Merges.Wanted wanted(long keep, long absorbed) {
        return new Merges.Wanted(
                clientId, keep, absorbed, chosen(persons), chosen(children), Set.copyOf(taken), String.valueOf(reason));
    }

    /** 0 says: somebody else. */
    private static Map<Long, Long> chosen(Map<Long, Long> pairs) {
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue() != null && pair.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Two members of one file cannot be one member of the other. */
    boolean pairsTwice() {
        return twice(chosen(persons)) || twice(chosen(children));
    }

    /** How many members of both files are the same person. */
    public int united() {
        return chosen(persons).size();
    }

    private static boolean twice(Map<Long, Long> pairs) {
        return Set.copyOf(pairs.values()).size() < pairs.size();
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public Map<Long, Long> getPersons() {
        return persons;
    }

    public void setPersons(Map<Long, Long> persons) {
        this.persons = persons;
    }

    public Map<Long, Long> getChildren() {
        return children;
    }

    public void setChildren(Map<Long, Long> children) {
        this.children = children;
    }

    public Set<String> getTaken() {
        return taken;
    }

    public void setTaken(Set<String> taken) {
        this.taken = taken;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
