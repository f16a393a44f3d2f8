package org.nuanxin.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.common.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads a visit with everything it ever said. */
@Service
@Transactional(readOnly = true)
class VisitReading {

    private final VisitRepository visits;
    private final VisitMemberRepository members;
    private final VisitRevisionRepository revisions;
    private final Accounts accounts;
    private final JsonMapper json;

    VisitReading(
            VisitRepository visits,
            VisitMemberRepository members,
            VisitRevisionRepository revisions,
            Accounts accounts,
            JsonMapper json) {
        this.visits = visits;
        this.members = members;
        this.revisions = revisions;
        this.accounts = accounts;
        this.json = json;
    }

    /** What a visit said before one correction, who corrected it, when and why. */
    record Earlier(NewVisit.Content content, String by, Instant at, String reason) {}

    /** A visit as its page shows it, its earlier words newest first. */
    record Read(
            long id,
            long familyId,
            String receiptNumber,
            String visitor,
            String loggedBy,
            Instant loggedAt,
            int version,
            NewVisit.Content content,
            List<Earlier> earlier) {}

    /** Throws {@link NotFound} out of scope. */
    Read read(long visitId) {
        Visit visit = visits.findById(visitId).orElseThrow(NotFound::new);
        List<VisitRevision> corrections = revisions.findByVisitIdOrderByNumberDesc(visitId);
        Map<Long, String> names = accounts.names(Stream.concat(
                        Stream.of(visit.visitorId(), visit.loggedBy()),
                        corrections.stream().map(VisitRevision::correctedBy))
                .distinct()
                .toList());
        List<Earlier> earlier = new ArrayList<>();
        for (VisitRevision correction : corrections) {
            earlier.add(new Earlier(
                    json.readValue(correction.content(), NewVisit.Content.class),
                    name(names, correction.correctedBy()),
                    correction.correctedAt(),
                    correction.reason()));
        }
        return new Read(
                visit.id(),
                visit.familyId(),
                visit.receiptNumber(),
                name(names, visit.visitorId()),
                name(names, visit.loggedBy()),
                visit.loggedAt(),
                visit.version(),
                visit.content(members.findByVisitIdOrderByPersonId(visitId)),
                earlier);
    }

    private static String name(Map<Long, String> names, long id) {
        @Nullable String name = names.get(id);
        return name == null ? "–" : name;
    }
}
