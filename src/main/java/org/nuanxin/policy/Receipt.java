package org.nuanxin.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision written down: canonical JSON (keys sorted, no spaces, amounts as text), the same bytes whenever it is asked
 * for again as of the same date, and a number made of that date and the SHA-256 of those bytes.
 */
public record Receipt(String number, String json) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Receipt of(Decision decision) {
        String json = MAPPER.writeValueAsString(tree(decision));
        String number = "JD-" + DateTimeFormatter.BASIC_ISO_DATE.format(decision.asOf()) + "-"
                + sha256(json).substring(0, 12).toUpperCase(java.util.Locale.ROOT);
        return new Receipt(number, json);
    }

    private static Map<String, Object> tree(Decision decision) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("program", decision.program().code());
        tree.put("subject", decision.subject().kind() + "/" + decision.subject().id());
        tree.put("asOf", decision.asOf().toString());
        tree.put("outcome", decision.outcome().name());
        tree.put("reason", decision.reason().name());
        put(tree, "row", decision.row());
        put(tree, "nextCheck", text(decision.nextCheck()));
        tree.put("missing", List.copyOf(new TreeSet<>(decision.missing())));
        tree.put(
                "conditions",
                decision.conditions().stream().map(Receipt::condition).toList());
        tree.put(
                "facts",
                new TreeMap<>(decision.facts())
                        .values().stream().map(Receipt::fact).toList());
        tree.put(
                "amounts",
                decision.amounts().stream()
                        .map(payment -> new TreeMap<>(Map.of(
                                "funder",
                                payment.funder(),
                                "yuan",
                                payment.money().yuan().toPlainString())))
                        .toList());
        tree.put("assumptions", decision.assumptions().stream().map(Wording::zh).toList());
        if (decision.rule() != null) {
            tree.put("rule", rule(decision.rule()));
        }
        if (decision.adoption() != null) {
            tree.put("adoption", adoption(decision.adoption()));
        }
        return tree;
    }

    private static Map<String, Object> rule(RuleVersion rule) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", rule.id());
        tree.put("jurisdiction", rule.jurisdiction());
        tree.put("number", rule.number());
        tree.put("from", rule.valid().from().toString());
        put(tree, "basis", rule.basis());
        if (rule.source() != null) {
            tree.put("source", rule.source().citation());
            tree.put("quote", rule.source().quote());
        }
        return tree;
    }

    private static Map<String, Object> adoption(Adoption adoption) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("state", adoption.state().name());
        put(tree, "from", text(adoption.from()));
        put(tree, "source", adoption.source());
        return tree;
    }

    private static Map<String, Object> condition(Decision.Condition condition) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("state", condition.state().name());
        if (condition.anyOf().isEmpty()) {
            tree.put("fact", condition.fact());
            tree.put("test", condition.test());
        } else {
            tree.put("anyOf", condition.anyOf().stream().map(Receipt::condition).toList());
        }
        return tree;
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", fact.name());
        tree.put(
                "value",
                fact.value() instanceof BigDecimal number
                        ? number.toPlainString()
                        : fact.value().toString());
        tree.put("source", fact.source());
        put(tree, "since", text(fact.since()));
        put(tree, "recordedBy", fact.recordedBy());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
