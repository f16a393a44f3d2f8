package org.nuanxin.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs and rule versions as the database holds them; published tables are compiled once, as they never change. */
@Component
class Rules {

    private final JdbcClient jdbc;
    private final Feel feel = new Feel();
    private final Map<Long, CompiledTable> compiled = new ConcurrentHashMap<>();

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Program> programs() {
        return jdbc.sql("""
                        select p.*, c.document_id, d.number as document_number, d.title_zh, c.anchor, c.label,
                               '' as source_quote
                        from program p
                        left join policy_clause c on c.id = p.clause_id
                        left join policy_document d on d.id = c.document_id
                        order by p.position""")
                .query((row, n) -> new Program(
                        row.getString("code"),
                        new Wording(row.getString("name_zh"), row.getString("name_en")),
                        Program.Beneficiary.valueOf(row.getString("beneficiary")),
                        Program.Cadence.valueOf(row.getString("cadence")),
                        Program.Start.valueOf(row.getString("start")),
                        row.getBoolean("needs_adoption"),
                        List.of((String[]) row.getArray("funders").getArray()),
                        new Wording(row.getString("offer_zh"), row.getString("offer_en")),
                        Wording.of(row.getString("when_zh"), row.getString("when_en")),
                        new Wording(row.getString("help_zh"), row.getString("help_en")),
                        row.getBoolean("folded"),
                        source(row)))
                .list();
    }

    /** Every version of every rule, newest first within its program and jurisdiction. */
    List<RuleVersion> versions() {
        return jdbc.sql("""
                        select r.id, r.program_code, r.jurisdiction, g.name_zh, g.name_en, r.number, lower(r.valid) as valid_from,
                               upper(r.valid) as valid_to, r.valid_assumption_zh, r.valid_assumption_en, r.status,
                               c.document_id, d.number as document_number, d.title_zh, c.anchor, c.label, r.source_quote,
                               b.title_zh as basis_title, r.basis_clause
                        from rule_version r
                        join region g on g.path = r.jurisdiction
                        left join policy_clause c on c.id = r.source_clause_id
                        left join policy_document d on d.id = c.document_id
                        left join policy_document b on b.id = r.basis_document_id
                        order by r.program_code, r.jurisdiction, r.number desc""")
                .query((row, n) -> new RuleVersion(
                        row.getLong("id"),
                        row.getString("program_code"),
                        row.getString("jurisdiction"),
                        new Wording(row.getString("name_zh"), row.getString("name_en")),
                        row.getInt("number"),
                        new DateRange(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)),
                        Wording.of(row.getString("valid_assumption_zh"), row.getString("valid_assumption_en")),
                        RuleVersion.Status.valueOf(row.getString("status")),
                        source(row),
                        row.getString("basis_title") == null
                                ? null
                                : row.getString("basis_title")
                                        + (row.getString("basis_clause") == null
                                                ? ""
                                                : " " + row.getString("basis_clause"))))
                .list();
    }

    private static RuleVersion.@Nullable Source source(ResultSet row) throws SQLException {
        return row.getString("anchor") == null
                ? null
                : new RuleVersion.Source(
                        row.getLong("document_id"),
                        row.getString("document_number"),
                        row.getString("title_zh"),
                        row.getString("anchor"),
                        row.getString("label"),
                        row.getString("source_quote"));
    }

    /** The tables of published versions, compiled; three statements for those not met before, none otherwise. */
    Map<Long, CompiledTable> compiled(Collection<RuleVersion> versions) {
        List<Long> unknown = versions.stream()
                .map(RuleVersion::id)
                .filter(id -> !compiled.containsKey(id))
                .toList();
        if (!unknown.isEmpty()) {
            tables(unknown).forEach((id, table) -> compiled.put(id, CompiledTable.compile(feel, table)));
        }
        return versions.stream()
                .collect(Collectors.toMap(RuleVersion::id, version -> compiled.get(version.id()), (a, b) -> a));
    }

    /** A table of any status, read afresh. */
    RuleTable table(long id) {
        return Objects.requireNonNull(tables(List.of(id)).get(id));
    }

    /** Throws {@link RuleError} when the table could not be published. */
    CompiledTable check(RuleTable table) {
        return CompiledTable.compile(feel, table);
    }

    private Map<Long, RuleTable> tables(Collection<Long> ids) {
        record Place(long rule, int row) {}
        Map<Long, List<String>> inputs = new LinkedHashMap<>();
        jdbc.sql("select rule_id, fact from rule_input where rule_id in (:ids) order by rule_id, position")
                .param("ids", ids)
                .query(row -> {
                    inputs.computeIfAbsent(row.getLong("rule_id"), id -> new ArrayList<>())
                            .add(row.getString("fact"));
                });
        Map<Place, List<RuleTable.Amount>> amounts = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.* from rule_amount a join funder f on f.code = a.funder
                        where a.rule_id in (:ids) order by a.rule_id, a.row, f.position""").param("ids", ids).query(row -> {
            amounts.computeIfAbsent(new Place(row.getLong("rule_id"), row.getInt("row")), place -> new ArrayList<>())
                    .add(new RuleTable.Amount(
                            row.getString("funder"),
                            row.getString("expression"),
                            Wording.of(row.getString("assumption_zh"), row.getString("assumption_en"))));
        });
        Map<Long, TreeMap<Integer, RuleTable.Row>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.rule_id, r.position, r.outcome, r.reason_zh, r.reason_en,
                               c.test, c.assumption_zh, c.assumption_en
                        from rule_row r join rule_cell c on c.rule_id = r.rule_id and c.row = r.position
                        where r.rule_id in (:ids) order by r.rule_id, r.position, c.input""").param("ids", ids).query(row -> {
            Place place = new Place(row.getLong("rule_id"), row.getInt("position"));
            Outcome outcome = Outcome.valueOf(row.getString("outcome"));
            Wording reason = Wording.of(row.getString("reason_zh"), row.getString("reason_en"));
            rows.computeIfAbsent(place.rule(), id -> new TreeMap<>())
                    .computeIfAbsent(
                            place.row(),
                            n -> new RuleTable.Row(
                                    n, outcome, reason, new ArrayList<>(), amounts.getOrDefault(place, List.of())))
                    .cells()
                    .add(new RuleTable.Cell(
                            row.getString("test"),
                            Wording.of(row.getString("assumption_zh"), row.getString("assumption_en"))));
        });
        Map<Long, RuleTable> tables = new LinkedHashMap<>();
        for (Long id : ids) {
            tables.put(
                    id,
                    new RuleTable(
                            inputs.getOrDefault(id, List.of()),
                            List.copyOf(rows.getOrDefault(id, new TreeMap<>()).values())));
        }
        return tables;
    }
}
