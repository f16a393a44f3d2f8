package org.nuanxin.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be supplied; {@code why} is the line of the benefits page it was asked from, {@code back} says that it was
 * asked from the page of the facts.
 */
public class FactForm {

    private @Nullable String value;
    private @Nullable LocalDate from;
    private @Nullable LocalDate due;
    private String source = "";
    private String why = "";
    private @Nullable LocalDate asOf;
    private String back = "";

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getDue() {
        return due;
    }

    public void setDue(@Nullable LocalDate due) {
        this.due = due;
    }

    public String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source == null ? "" : source;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why == null ? "" : why;
    }

    public @Nullable LocalDate getAsOf() {
        return asOf;
    }

    public void setAsOf(@Nullable LocalDate asOf) {
        this.asOf = asOf;
    }

    public String getBack() {
        return back;
    }

    public void setBack(@Nullable String back) {
        this.back = back == null ? "" : back;
    }

    boolean toFacts() {
        return back.equals("facts");
    }
}
