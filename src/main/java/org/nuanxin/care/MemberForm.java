package org.nuanxin.care;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One member on the visit form. */
public class MemberForm {

    private long personId;
    private String name = "";
    private boolean met = true;
    private Set<Body> body = new LinkedHashSet<>();
    private @Nullable Sleep sleep;
    private @Nullable Mood mood;

    NewVisit.Member member(boolean anybody) {
        boolean there = anybody && met;
        return new NewVisit.Member(personId, there, there ? body : Set.of(), there ? sleep : null, there ? mood : null);
    }

    public long getPersonId() {
        return personId;
    }

    public void setPersonId(long personId) {
        this.personId = personId;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isMet() {
        return met;
    }

    public void setMet(boolean met) {
        this.met = met;
    }

    public Set<Body> getBody() {
        return body;
    }

    public void setBody(Set<Body> body) {
        this.body = body;
    }

    public @Nullable Sleep getSleep() {
        return sleep;
    }

    public void setSleep(@Nullable Sleep sleep) {
        this.sleep = sleep;
    }

    public @Nullable Mood getMood() {
        return mood;
    }

    public void setMood(@Nullable Mood mood) {
        this.mood = mood;
    }
}
