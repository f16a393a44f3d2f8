package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs, rules, documents and open readings, as people look them up. */
@Service
@Transactional(readOnly = true)
class Library {

    private final Rules rules;
    private final Adoptions adoptions;
    private final Regions regions;
    private final JdbcClient jdbc;

    Library(Rules rules, Adoptions adoptions, Regions regions, JdbcClient jdbc) {
        this.rules = rules;
        this.adoptions = adoptions;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** A program and the version that counts today; a draft, or nothing, where none is in force. */
    record Entry(Program program, @Nullable RuleVersion rule, State state) {}

    enum State {
        IN_FORCE,
        DRAFT,
        ON_REQUEST,
        NO_RULE
    }

    record County(Region region, Adoption adoption) {}

    record Reading(
            @Nullable Program program,
            @Nullable Long ruleId,
            @Nullable String place,
            Wording text) {}

    record Document(
            long id,
            String code,
            boolean summary,
            Wording title,
            @Nullable String number,
            Wording issuer,
            @Nullable Integer year,
            int clauses) {}

    record Clause(long id, String anchor, String label, Wording heading, String text) {}

    List<Entry> programs(LocalDate today) {
        List<RuleVersion> versions = rules.versions();
        return rules.programs().stream()
                .map(program -> entry(program, versions, today))
                .toList();
    }

    Entry program(String code, LocalDate today) {
        return programs(today).stream()
                .filter(entry -> entry.program().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Every version of a program, the newest first. */
    List<RuleVersion> versions(String programCode) {
        return rules.versions().stream()
                .filter(version -> version.programCode().equals(programCode))
                .toList();
    }

    RuleVersion rule(long id) {
        return rules.versions().stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    RuleTable table(long ruleId) {
        return rules.table(ruleId);
    }

    /** The counties in their order with what is known of their adoption; inactive ones (金门县) are left out. */
    List<County> counties(String programCode, LocalDate today) {
        Map<Adoptions.Key, Adoption> known = adoptions.on(today);
        return regions.counties().stream()
                .filter(Region::active)
                .map(county -> new County(county, Adoptions.nearest(known, programCode, county.path())))
                .toList();
    }

    List<Document> documents() {
        return jdbc.sql("""
                        select d.*, (select count(*) from policy_clause c where c.document_id = d.id) as clauses
                        from policy_document d order by d.id""")
                .query((row, n) -> new Document(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("kind").equals("SUMMARY"),
                        new Wording(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("number"),
                        new Wording(row.getString("issuer_zh"), row.getString("issuer_en")),
                        row.getObject("year", Integer.class),
                        row.getInt("clauses")))
                .list();
    }

    Document document(long id) {
        return documents().stream()
                .filter(document -> document.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    List<Clause> clauses(long documentId) {
        return jdbc.sql("select * from policy_clause where document_id = :id order by position")
                .param("id", documentId)
                .query((row, n) -> new Clause(
                        row.getLong("id"),
                        row.getString("anchor"),
                        row.getString("label"),
                        new Wording(row.getString("heading_zh"), row.getString("heading_en")),
                        row.getString("text")))
                .list();
    }

    /** Everything 口径待定: readings of their own, then conditions, amounts and dates of rules. */
    List<Reading> readings() {
        List<Program> programs = rules.programs();
        List<Reading> readings =
                new ArrayList<>(jdbc.sql("select program_code, text_zh, text_en from policy_reading order by position")
                        .query((row, n) -> new Reading(
                                find(programs, row.getString("program_code")),
                                null,
                                null,
                                new Wording(row.getString("text_zh"), row.getString("text_en"))))
                        .list());
        jdbc.sql("""
                        select r.program_code, x.rule_id, x.place, x.zh, x.en
                        from (select id as rule_id, 0 as kind, 0 as row, null as place,
                                     valid_assumption_zh as zh, valid_assumption_en as en from rule_version
                              union all
                              select c.rule_id, 1, min(c.row), i.fact, c.assumption_zh, c.assumption_en
                              from rule_cell c join rule_input i on i.rule_id = c.rule_id and i.position = c.input
                              group by c.rule_id, i.fact, c.assumption_zh, c.assumption_en
                              union all
                              select rule_id, 2, min(row), null, assumption_zh, assumption_en
                              from rule_amount group by rule_id, assumption_zh, assumption_en) x
                        join rule_version r on r.id = x.rule_id join program p on p.code = r.program_code
                        where x.zh is not null order by p.position, r.id, x.kind, x.row""").query(row -> {
            readings.add(new Reading(
                    find(programs, row.getString("program_code")),
                    row.getLong("rule_id"),
                    row.getString("place"),
                    new Wording(row.getString("zh"), row.getString("en"))));
        });
        return readings;
    }

    private static @Nullable Program find(List<Program> programs, @Nullable String code) {
        return programs.stream()
                .filter(program -> program.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Entry entry(Program program, List<RuleVersion> versions, LocalDate today) {
        List<RuleVersion> own = versions.stream()
                .filter(version -> version.programCode().equals(program.code()))
                .toList();
        RuleVersion inForce = own.stream()
                .filter(version -> version.decidesOn(today))
                .findFirst()
                .orElse(null);
        if (inForce != null) {
            return new Entry(program, inForce, State.IN_FORCE);
        }
        if (program.start() != Program.Start.PERIODIC) {
            return new Entry(program, null, State.ON_REQUEST);
        }
        RuleVersion draft = own.stream().filter(RuleVersion::draft).findFirst().orElse(null);
        return new Entry(program, draft, Objects.isNull(draft) ? State.NO_RULE : State.DRAFT);
    }
}
