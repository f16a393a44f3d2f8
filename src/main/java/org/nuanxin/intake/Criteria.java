package org.nuanxin.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a family meets the criteria: yes, no, or unknown as long as nobody has said. */
@Service
@Transactional
class Criteria {

    private final JdbcClient jdbc;
    private final Formats formats;
    private final Audit audit;
    private final Clock clock;

    Criteria(JdbcClient jdbc, Formats formats, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code answer} is YES, NO, or null for unknown. */
    record Criterion(
            String code,
            String name,
            @Nullable String answer,
            @Nullable String source,
            @Nullable LocalDate on,
            @Nullable String who) {

        /** As {@code fragments/ui :: mark} names it. */
        public String mark() {
            return answer == null ? "unknown" : answer.equals("YES") ? "yes" : "no";
        }
    }

    /** An answer with its source. */
    record Answer(String code, boolean yes, String source) {}

    @Transactional(readOnly = true)
    public List<Criterion> ofFamily(long familyId) {
        return jdbc.sql("""
                        select c.code, c.name_zh, c.name_en, k.answer, k.source, k.recorded_at, a.display_name
                        from family f
                        join intake_criterion c on c.category = f.category
                            and c.valid_from <= :today and (c.valid_to is null or c.valid_to > :today)
                        left join family_criterion k on k.family_id = f.id and k.code = c.code and k.superseded_at is null
                        left join account a on a.id = k.recorded_by
                        where f.id = :family order by c.position, c.code""")
                .param("family", familyId)
                .param("today", formats.today())
                .query((row, n) -> new Criterion(
                        row.getString(1),
                        formats.name(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        day(row.getObject(6, OffsetDateTime.class)),
                        row.getString(7)))
                .list();
    }

    /** Writes down answers; the same answer from the same source changes nothing. */
    public int record(long familyId, List<Answer> answers) {
        Map<String, Criterion> known =
                ofFamily(familyId).stream().collect(Collectors.toMap(Criterion::code, criterion -> criterion));
        int written = 0;
        for (Answer answer : answers) {
            Criterion before = known.get(answer.code());
            if (before == null) {
                throw new NotFound();
            }
            if (answer.source().isBlank()) {
                throw new Rejected("intake.reject.source");
            }
            String value = answer.yes() ? "YES" : "NO";
            if (!value.equals(before.answer()) || !Objects.equals(before.source(), answer.source())) {
                write(familyId, before, answer, value);
                written++;
            }
        }
        return written;
    }

    private void write(long familyId, Criterion before, Answer answer, String value) {
        jdbc.sql("""
                        update family_criterion set superseded_at = :now, superseded_by = :actor
                        where family_id = :family and code = :code and superseded_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .param("family", familyId)
                .param("code", answer.code())
                .update();
        jdbc.sql("""
                        insert into family_criterion (id, family_id, region_path, code, answer, source, recorded_by)
                        select nextval('family_criterion_seq'), f.id, f.region_path, :code, :answer, :source, :actor
                        from family f where f.id = :family""")
                .param("family", familyId)
                .param("code", answer.code())
                .param("answer", value)
                .param("source", answer.source())
                .param("actor", Scope.actor())
                .update();
        audit.record(
                Act.of("intake.criterion", familyId).changing(Change.of("intake.criterion", before.answer(), value)));
    }

    private @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
