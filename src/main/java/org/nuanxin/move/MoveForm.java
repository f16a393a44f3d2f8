package org.nuanxin.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.region.RegionChoice;

/** A move on a page: what, where to, from when, why; by citizen ID where the family is not in sight. */
class MoveForm {

    /** What the page offers. */
    enum What {
        HOME,
        FILING,
        BOTH
    }

    private UUID clientId = UUID.randomUUID();

    @NotNull(message = "{move.error.what}")
    private @Nullable What what;

    private @Nullable String citizenId;

    private RegionChoice to = new RegionChoice();

    @NotNull(message = "{move.error.on}")
    private @Nullable LocalDate on;

    @NotBlank(message = "{move.error.reason}")
    @Size(max = 200, message = "{move.error.long}")
    private @Nullable String reason;

    Moves.Wanted wanted() {
        return new Moves.Wanted(
                clientId,
                kind(),
                Objects.requireNonNull(to.path()),
                what == What.BOTH,
                Objects.requireNonNull(on),
                Objects.requireNonNull(reason).strip());
    }

    MoveKind kind() {
        return what == What.HOME ? MoveKind.RESIDENCE : MoveKind.FILING;
    }

    @Nullable
    CitizenId id() {
        String typed = CitizenId.normalise(citizenId == null ? "" : citizenId);
        return CitizenId.fault(typed).isPresent() ? null : new CitizenId(typed);
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public @Nullable What getWhat() {
        return what;
    }

    public void setWhat(@Nullable What what) {
        this.what = what;
    }

    public @Nullable String getCitizenId() {
        return citizenId;
    }

    public void setCitizenId(@Nullable String citizenId) {
        this.citizenId = citizenId;
    }

    public RegionChoice getTo() {
        return to;
    }

    public void setTo(RegionChoice to) {
        this.to = to;
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
