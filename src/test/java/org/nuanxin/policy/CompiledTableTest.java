package org.nuanxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuanxin.common.Money;

/** The decision table itself: FEEL's traps, three-valued conditions, hit policy first. */
class CompiledTableTest {

    private final Feel feel = new Feel();

    @Test
    void feelItselfTakesNullForAValue() {
        // the traps the engine below has to keep us from; the first two as FEEL would answer them
        Feel.Compiled notLow = feel.unaryTests("not(\"low-income\")");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("age", null);
        assertThatThrownBy(() -> feel.number(feel.expression("if age > 60 then 200 else 0"), nothing))
                .isInstanceOf(Feel.FeelError.class);
        assertThat(feel.holds(notLow, "none", Map.of())).isTrue();
        assertThatThrownBy(() -> feel.number(feel.expression("if agee > 60 then 200 else 0"), Map.of("age", 61)))
                .hasMessageContaining("agee");
    }

    @Test
    void aNumberIsAnExactDecimal() {
        BigDecimal third = feel.number(feel.expression("1000 / 3"), Map.of());
        assertThat(new Money(third)).isEqualTo(new Money(new BigDecimal("333.33")));
        assertThat(feel.number(feel.expression("0.1 + 0.2"), Map.of())).isEqualByComparingTo("0.3");
    }

    @Test
    void amountsRoundHalfUpToTheFen() {
        Evaluation evaluation = table("age", row(">= 60", "10.005")).evaluate(facts("age", 60));
        assertThat(evaluation.amounts()).containsEntry("county-finance", new Money(new BigDecimal("10.01")));
    }

    @Test
    void aMissingFactIsUnknownUnderEveryTestButTheDash() {
        for (String test : List.of("\"none\"", "not(\"low-income\")", "\"none\", \"low-income\"", "? != \"none\"")) {
            Evaluation evaluation = table("livelihood", row(test, "1")).evaluate(Map.of());
            assertThat(evaluation.outcome()).as(test).isEqualTo(Outcome.UNKNOWN);
            assertThat(evaluation.missing()).containsExactly("livelihood");
        }
        assertThat(table("livelihood", row("-", "1")).evaluate(Map.of()).outcome())
                .isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void aFactThatOnlyTheAmountNeedsCanBeMissingToo() {
        CompiledTable table = table("alive", row("true", "if age >= 80 then 300 else 200"));
        assertThat(table.evaluate(facts("alive", true)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(table.evaluate(facts("alive", true)).missing()).containsExactly("age");
        assertThat(table.evaluate(facts("alive", true, "age", 80)).amounts())
                .containsEntry("county-finance", Money.yuan(300));
    }

    @Test
    void anUnknownRowMakesTheAnswerUnknown() {
        CompiledTable table = table("livelihood", row("\"low-income\"", "500"), row("-", "200"));
        assertThat(table.evaluate(Map.of()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(table.evaluate(facts("livelihood", "none")).rowNumber()).isEqualTo(2);
    }

    @Test
    void anUnknownRowDoesNotMatterWhereAllRowsStillPossibleAgree() {
        CompiledTable table = table("livelihood", row("\"low-income\"", "200"), row("-", "200"));
        Evaluation evaluation = table.evaluate(Map.of());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(evaluation.missing()).isEmpty();
    }

    @Test
    void aRowThatIsCertainlyWrongNeedsNoOtherFact() {
        RuleTable.Row row = new RuleTable.Row(1, Outcome.ELIGIBLE, null, cells(">= 60", "\"complete\""), List.of());
        CompiledTable table = CompiledTable.compile(feel, new RuleTable(List.of("age", "ability_grade"), List.of(row)));
        assertThat(table.evaluate(facts("age", 59)).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(table.evaluate(facts("age", 60)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void theFirstRowThatHoldsDecides() {
        CompiledTable table = table("age", row(">= 60", "1"), row(">= 70", "2"));
        assertThat(table.evaluate(facts("age", 75)).rowNumber()).isEqualTo(1);
    }

    @Test
    void aMisspeltNameIsRefusedBeforeItIsUsed() {
        assertThatThrownBy(() -> table("agee", row(">= 60", "1")))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("no such fact: agee");
        assertThatThrownBy(() -> table("age", row("? > agee", "1"))).hasMessageContaining("agee");
        assertThatThrownBy(() -> table("age", row(">= 60", "agee * 2"))).hasMessageContaining("agee");
        assertThatThrownBy(() -> table("age", row(">= 60", "minn(1, 2)"))).hasMessageContaining("minn");
    }

    @Test
    void aMisspeltChoiceAWrongTypeAndBrokenSyntaxAreRefusedToo() {
        assertThatThrownBy(() -> table("livelihood", row("\"low-incom\"", "1"))).hasMessageContaining("low-incom");
        assertThatThrownBy(() -> table("livelihood", row(">= 60", "1"))).isInstanceOf(RuleError.class);
        assertThatThrownBy(() -> table("age", row("\"sixty\"", "1"))).isInstanceOf(RuleError.class);
        assertThatThrownBy(() -> table("age", row(">= ", "1"))).isInstanceOf(RuleError.class);
        assertThatThrownBy(() -> table("age", row(">= 60", "\"many\""))).isInstanceOf(RuleError.class);
    }

    @Test
    void aBirthDateIsNoWordForRules() {
        assertThatThrownBy(() -> table("born", row("-", "1"))).hasMessageContaining("born");
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertThatThrownBy(() -> table("age", row(">= ", "1"), row("> agee", "x")))
                .satisfies(error -> assertThat(((RuleError) error).problems()).hasSize(3));
    }

    private CompiledTable table(String input, RuleTable.Row... rows) {
        List<RuleTable.Row> numbered = new ArrayList<>();
        for (RuleTable.Row row : rows) {
            numbered.add(
                    new RuleTable.Row(numbered.size() + 1, row.outcome(), row.reason(), row.cells(), row.amounts()));
        }
        return CompiledTable.compile(feel, new RuleTable(List.of(input), numbered));
    }

    private static RuleTable.Row row(String test, String amount) {
        return new RuleTable.Row(
                1, Outcome.ELIGIBLE, null, cells(test), List.of(new RuleTable.Amount("county-finance", amount, null)));
    }

    private static List<RuleTable.Cell> cells(String... tests) {
        return List.of(tests).stream()
                .map(test -> new RuleTable.Cell(test, null))
                .toList();
    }

    static Map<String, Object> facts(Object... pairs) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            facts.put((String) pairs[i], value instanceof Integer n ? BigDecimal.valueOf(n) : value);
        }
        return facts;
    }
}
