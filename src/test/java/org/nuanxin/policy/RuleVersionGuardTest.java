package org.nuanxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.NuanxinTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the database itself refuses, to whoever asks. */
@NuanxinTest
@Transactional
class RuleVersionGuardTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rule_version set source_quote = 'x' where id = 1",
                "update rule_version set valid = '[2024-01-01,)' where id = 1",
                "update rule_version set valid = '[2025-01-01,2026-01-01)' where id = 1",
                "update rule_version set status = 'DRAFT', published_at = null, published_by = null where id = 1",
                "update rule_cell set test = 'false' where rule_id = 1 and input = 1",
                "update rule_amount set expression = '2000' where rule_id = 1",
                "insert into rule_amount values (1, 1, 'city-finance', '1000')",
                "update rule_row set outcome = 'NOT_ELIGIBLE', reason_zh = 'x', reason_en = 'x' where rule_id = 1",
                "update rule_amount set rule_id = 1 where rule_id = 5 and row = 1",
                "delete from rule_version where id = 1"
            })
    void aPublishedVersionNeverChanges(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPublishedVersionMayEnd() {
        assertThat(jdbc.sql("update rule_version set status = 'ENDED', valid = '[2025-01-01,2027-01-01)' where id = 1")
                        .update())
                .isEqualTo(1);
    }

    @Test
    void aDraftMayChange() {
        assertThat(jdbc.sql("update rule_amount set expression = '1' where rule_id = 5")
                        .update())
                .isEqualTo(2);
    }

    @Test
    void twoPublishedVersionsOfOneProgramAndPlaceNeverOverlap() {
        draft("[2026-07-01,)");
        assertThatThrownBy(this::publish).hasMessageContaining("rule_version_no_overlap");
    }

    @Test
    void oneMayFollowTheOther() {
        jdbc.sql("update rule_version set status = 'ENDED', valid = '[2025-01-01,2026-07-01)' where id = 1")
                .update();
        draft("[2026-07-01,)");
        publish();
        assertThat(jdbc.sql(
                                "select count(*) from rule_version where program_code = 'spring-festival' and status <> 'DRAFT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theApplicationCannotDeleteADraftEither() {
        assertThatThrownBy(
                        () -> jdbc.sql("delete from rule_row where rule_id = 5").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyQuotationStandsInItsClause() {
        assertThat(jdbc.sql("""
                                select count(*) from rule_version r join policy_clause c on c.id = r.source_clause_id
                                where position(r.source_quote in c.text) = 0""").query(Long.class).single()).isZero();
    }

    @Test
    void aCountyIsNotAdoptedTwiceOnOneDay() {
        String row = """
                insert into program_adoption (id, program_code, jurisdiction, state, valid, source, recorded_by)
                values (nextval('program_adoption_seq'), 'residential-care', '350500000000/350524000000/', ?,
                        '[2026-01-01,)', 'test', 'test')""";
        jdbc.sql(row).param("ADOPTED").update();
        assertThatThrownBy(() -> jdbc.sql(row).param("NOT_ADOPTED").update())
                .hasMessageContaining("program_adoption_one_truth");
    }

    private void draft(String valid) {
        jdbc.sql("""
                        insert into rule_version (id, program_code, jurisdiction, number, valid)
                        values (78, 'spring-festival', '350500000000/', 2, ?::daterange)""").param(valid).update();
    }

    private void publish() {
        jdbc.sql(
                        "update rule_version set status = 'PUBLISHED', published_at = now(), published_by = 'test' where id = 78")
                .update();
    }
}
