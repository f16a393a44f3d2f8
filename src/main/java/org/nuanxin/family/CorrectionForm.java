package org.nuanxin.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A statement about a person to be put right, or to be ended. */
public class CorrectionForm {

    private @Nullable String value;
    private @Nullable LocalDate from;
    private @Nullable LocalDate due;
    private @Nullable String source;
    private @Nullable LocalDate on;
    private @Nullable String reason;

    static CorrectionForm of(FactHistory.Statement statement) {
        CorrectionForm form = new CorrectionForm();
        form.value = statement.value();
        form.from = statement.from();
        form.due = statement.nextDue();
        form.source = statement.source();
        return form;
    }

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

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
