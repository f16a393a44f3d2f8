package org.nuanxin.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a household file out: for whom and why is kept, then it can be printed or saved. */
@Service
@Transactional
public class Dossiers {

    private final FamilyHeads heads;
    private final List<DossierChapter> chapters;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Dossiers(FamilyHeads heads, List<DossierChapter> chapters, JdbcClient jdbc, Audit audit, Clock clock) {
        this.heads = heads;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(DossierChapter::order))
                .toList();
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A time the file was taken out; {@code number} counts them per family. */
    public record Issue(
            long id,
            long familyId,
            int number,
            String by,
            boolean mine,
            Instant at,
            String recipient,
            String purpose,
            List<String> chapters) {}

    /** A chapter with what it says. */
    public record Written(String title, DossierChapter.Content content) {}

    /** The file as it is now, for one issue of it. */
    public record Dossier(FamilyHead family, Issue issue, List<Written> chapters) {}

    /** All chapters there are, key and message key of the heading, in their order. */
    List<DossierChapter> chapters() {
        return chapters;
    }

    /** Keeps for whom and why; the same client id again is the same issue. Returns its id. */
    public long issue(long familyId, UUID clientId, String recipient, String purpose, List<String> wanted) {
        FamilyHead family = heads.read(familyId);
        List<Long> known = jdbc.sql("select id from dossier_issue where client_id = :client and family_id = :family")
                .param("client", clientId)
                .param("family", familyId)
                .query((row, n) -> row.getLong(1))
                .list();
        if (!known.isEmpty()) {
            return known.get(0);
        }
        String kept = chapters.stream()
                .map(DossierChapter::key)
                .filter(wanted::contains)
                .collect(Collectors.joining(","));
        long id = jdbc.sql("""
                        insert into dossier_issue (id, client_id, family_id, region_path, number, issued_by, issued_at,
                                                   recipient, purpose, chapters)
                        select nextval('dossier_issue_seq'), :client, :family, :path, 1 + coalesce(max(i.number), 0), :me,
                               :at, :recipient, :purpose, :chapters
                        from dossier_issue i where i.family_id = :family returning id""")
                .param("client", clientId)
                .param("family", familyId)
                .param("path", family.filingPath())
                .param("me", Scope.actor())
                .param("at", Timestamp.from(clock.instant()))
                .param("recipient", recipient)
                .param("purpose", purpose)
                .param("chapters", kept)
                .query(Long.class)
                .single();
        audit.record(Act.of("dossier.printed", familyId)
                .because(purpose)
                .changing(Act.Change.of("dossier.recipient", null, recipient)));
        return id;
    }

    /** Earlier issues of a family, the newest first. */
    @Transactional(readOnly = true)
    public List<Issue> issues(long familyId) {
        return issues("i.family_id = :id", familyId);
    }

    /** The file for an issue of one's own. Throws {@link NotFound} for anybody else's and out of scope. */
    @Transactional(readOnly = true)
    public Dossier read(long familyId, long issueId) {
        Issue issue = issues("i.id = :id", issueId).stream()
                .filter(found -> found.mine() && found.familyId() == familyId)
                .findFirst()
                .orElseThrow(NotFound::new);
        FamilyHead family = heads.read(familyId);
        return new Dossier(
                family,
                issue,
                chapters.stream()
                        .filter(chapter -> issue.chapters().contains(chapter.key()))
                        .map(chapter -> new Written(chapter.title(), chapter.content(family)))
                        .toList());
    }

    private List<Issue> issues(String condition, long id) {
        return jdbc.sql("""
                        select i.id, i.family_id, i.number, a.display_name, i.issued_by = :me, i.issued_at, i.recipient,
                               i.purpose, i.chapters
                        from dossier_issue i join account a on a.id = i.issued_by
                        where %s order by i.id desc limit 20""".formatted(condition))
                .param("me", Scope.actor())
                .param("id", id)
                .query((row, n) -> new Issue(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        row.getString(8),
                        Arrays.asList(row.getString(9).split(","))))
                .list();
    }
}
