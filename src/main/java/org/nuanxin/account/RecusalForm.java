package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.springframework.validation.Errors;

/** Whose citizen ID, how related, from when to when. */
class RecusalForm {

    @NotNull(message = "{account.error.relation}")
    private @Nullable Relation relation;

    @NotBlank(message = "{account.error.citizen-id}")
    private String citizenId = "";

    @NotNull(message = "{account.error.from}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate to;

    void check(Errors errors) {
        if (!citizenId.isEmpty() && CitizenId.fault(citizenId).isPresent()) {
            errors.rejectValue("citizenId", "account.error.citizen-id");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            errors.rejectValue("to", "account.error.to");
        }
    }

    public @Nullable Relation getRelation() {
        return relation;
    }

    public void setRelation(@Nullable Relation relation) {
        this.relation = relation;
    }

    public String getCitizenId() {
        return citizenId;
    }

    public void setCitizenId(String citizenId) {
        this.citizenId = CitizenId.normalise(citizenId);
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
