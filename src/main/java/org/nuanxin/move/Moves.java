package org.nuanxin.move;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for moves and answers them; what a move does is carried out by the database's owner, in one transaction. */
@Service
@Transactional
public class Moves {

    private static final Map<String, String> REFUSALS = Map.of(
            "move_village", "move.reject.village",
            "move_exited", "move.reject.exited",
            "move_same", "move.reject.same",
            "move_one_open", "move.reject.one-open",
            "move_answered", "move.reject.answered",
            "move_moved", "move.reject.moved",
            "move_four_eyes", "move.reject.four-eyes");

    private final JdbcClient jdbc;
    private final MoveReader reader;
    private final BlindIndex index;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;

    Moves(
            JdbcClient jdbc,
            MoveReader reader,
            BlindIndex index,
            Audit audit,
            ApplicationEventPublisher events,
            EntityManager entities,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.index = index;
        this.audit = audit;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A move that is wanted.
     *
     * @param clientId the same one again is the same request
     * @param withResidence the people move along with the hukou
     * @param effectiveOn may lie in the past
     */
    public record Wanted(
            UUID clientId, MoveKind kind, String toPath, boolean withResidence, LocalDate effectiveOn, String reason) {}

    /**
     * Asks for a move; inside one's own region it is carried out at once, across counties never. Returns the request.
     *
     * @throws Rejected where the family is there already, one is open, the file is closed or no family is kept there
     */
    public MoveRequest ask(long familyId, Wanted wanted) {
        long id = Objects.requireNonNull(translating(() -> write(familyId, null, wanted)));
        MoveRequest request = reader.find(id);
        if (!request.open()) {
            return request;
        }
        audit.record(Act.of("move.asked", familyId).because(wanted.reason()));
        boolean hard = request.kind() == MoveKind.FILING && request.acrossCounties();
        return request.mayAnswer() && !hard ? carryOut(request) : request;
    }

    /** Whether asking would carry it out at once. */
    @Transactional(readOnly = true)
    public boolean atOnce(MoveKind kind, String fromPath, String toPath) {
        boolean mine = jdbc.sql("select nuanxin_within(:path)")
                .param("path", toPath)
                .query(Boolean.class)
                .single();
        return mine && (kind == MoveKind.RESIDENCE || county(fromPath).equals(county(toPath)));
    }

    /**
     * 请求转入: asks for the family of a citizen ID that is taken, wherever it is. The answer names neither.
     *
     * @throws Rejected where nobody holds the citizen ID now, and as for {@link #ask}
     */
    public MoveRequest askById(CitizenId citizenId, Wanted wanted) {
        Long id = translating(() -> write(null, index.of(citizenId.value()), wanted));
        audit.record(Act.general("move.asked-by-id").because(wanted.reason()));
        if (id == null) {
            throw new Rejected("move.reject.nobody");
        }
        return reader.find(id);
    }

    /** Accepts and carries out. Of two people at once one gets {@link Rejected}. */
    public MoveRequest accept(long id) {
        return carryOut(reader.find(id));
    }

    /** Refuses with a reason; nothing of the family changes. */
    public void refuse(long id, String why) {
        close(id, "REFUSED", why, "move.refused");
    }

    /** Takes a request back. */
    public void withdraw(long id) {
        close(id, "WITHDRAWN", null, "move.withdrawn");
    }

    /** Records that the list left the house. */
    void exported() {
        audit.record(Act.general("move.exported"));
    }

    private @Nullable Long write(@Nullable Long familyId, byte @Nullable [] citizenId, Wanted wanted) {
        return jdbc.sql("""
                        select move_ask(:client, cast(:family as bigint), cast(:index as bytea), :kind, :to, :along, :on, :reason, :today)""")
                .param("client", wanted.clientId())
                .param("family", familyId)
                .param("index", citizenId)
                .param("kind", wanted.kind().name())
                .param("to", wanted.toPath())
                .param("along", wanted.withResidence())
                .param("on", wanted.effectiveOn())
                .param("reason", wanted.reason())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> row.getObject(1, Long.class))
                .list()
                .get(0);
    }

    /** The features react while the family is still where it was; then the file goes with everything that hangs on it. */
    private MoveRequest carryOut(MoveRequest request) {
        long family = translating(() -> jdbc.sql("select move_open(:id)")
                .param("id", request.id())
                .query(Long.class)
                .single());
        request.changes(family).forEach(events::publishEvent);
        audit.record(Act.of("move.accepted", family)
                .because(request.reason())
                .changing(Act.Change.of(
                        request.kind() == MoveKind.FILING ? "move.filing" : "move.residence",
                        request.fromPath(),
                        request.toPath())));
        entities.flush();
        entities.clear();
        translating(() -> jdbc.sql("select move_carry_out(:id, :today)::text")
                .param("id", request.id())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> true)
                .single());
        return reader.find(request.id());
    }

    private void close(long id, String how, @Nullable String why, String action) {
        MoveRequest request = reader.find(id);
        translating(() -> jdbc.sql("select move_close(:id, :how, cast(:why as text), :today)::text")
                .param("id", id)
                .param("how", how)
                .param("why", why)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> true)
                .single());
        Long family = request.familyId();
        audit.record((family == null ? Act.general(action) : Act.of(action, family)).because(why));
    }

    private static String county(String path) {
        return String.join("/", java.util.Arrays.asList(path.split("/")).subList(0, 2));
    }

    private static <T extends @Nullable Object> T translating(Supplier<T> work) {
        Scope.actor();
        try {
            return work.get();
        } catch (DataIntegrityViolationException refused) {
            String message = constraint(refused);
            String key = REFUSALS.get(message);
            if (key == null) {
                throw refused;
            }
            throw new Rejected(key);
        }
    }

    private static String constraint(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof org.postgresql.util.PSQLException sql
                        && sql.getServerErrorMessage() != null
                ? String.valueOf(sql.getServerErrorMessage().getConstraint())
                : "";
    }
}
