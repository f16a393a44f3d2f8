package org.nuanxin.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says facts, conditions and funders in the language at hand; {@code @ruleWords} in templates. */
@Component("ruleWords")
public class RuleWords {

    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<)\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)\\)");
    private static final Pattern CHOICES = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern EXCEPT = Pattern.compile("not\\((" + CHOICES.pattern() + ")\\)");
    private static final Map<String, String> SIGNS =
            Map.of(">=", "atLeast", "<=", "atMost", ">", "moreThan", "<", "lessThan");

    private final MessageSource messages;
    private final Formats formats;
    private final JdbcClient jdbc;

    RuleWords(MessageSource messages, Formats formats, JdbcClient jdbc) {
        this.messages = messages;
        this.formats = formats;
        this.jdbc = jdbc;
    }

    /** 能力等级 */
    public String fact(String name) {
        return message("policy.fact." + name);
    }

    /** A whole condition: 年龄60周岁及以上, 能力等级是完全失能, 户籍在本县（市、区）. */
    public String condition(String name, String test) {
        FactType type = Vocabulary.get(name);
        if (type.type() == FactType.Type.BOOLEAN && (test.equals("true") || test.equals("false"))) {
            return message("policy.fact." + name + "." + test);
        }
        String key =
                type.type() == FactType.Type.CHOICE && !EXCEPT.matcher(test).matches()
                        ? "policy.condition.is"
                        : "policy.condition";
        return message(key, fact(name), test(name, test));
    }

    /** A cell below its column's head: 60周岁及以上, 低保, 不限. */
    public String test(String name, String test) {
        FactType type = Vocabulary.get(name);
        if (test.equals("-")) {
            return message("policy.test.any");
        }
        if (type.type() == FactType.Type.BOOLEAN && (test.equals("true") || test.equals("false"))) {
            return message("policy.yesno." + test);
        }
        Matcher except = EXCEPT.matcher(test);
        if (except.matches()) {
            return message("policy.test.not", choices(name, except.group(1)));
        }
        if (CHOICES.matcher(test).matches()) {
            return choices(name, test);
        }
        Matcher comparison = COMPARISON.matcher(test);
        if (comparison.matches()) {
            return message("policy.test." + SIGNS.get(comparison.group(1)), number(name, comparison.group(2)));
        }
        Matcher range = RANGE.matcher(test);
        if (range.matches()) {
            return message("policy.test.range", number(name, range.group(1)), number(name, range.group(2)));
        }
        return test;
    }

    /** The value of a fact: 68周岁, 重度失能, 户籍在本县（市、区）. */
    public String value(Fact fact) {
        Object value = fact.value();
        if (value instanceof BigDecimal number) {
            return number(fact.name(), number.toPlainString());
        }
        if (value instanceof LocalDate day) {
            return formats.date(day);
        }
        FactType type = Vocabulary.get(fact.name());
        return type.type() == FactType.Type.TEXT
                ? value.toString()
                : message("policy.fact." + fact.name() + "." + value);
    }

    /** Where a fact was read; what the system itself knows carries a message key. */
    public String source(Fact fact) {
        return fact.source().startsWith("policy.fact.source.") ? message(fact.source()) : fact.source();
    }

    /** The reason of an answer in one line, from what the person's facts say: 没有入住养老机构. */
    public String reason(Decision decision) {
        if (decision.rowReason() != null) {
            return say(decision.rowReason());
        }
        return switch (decision.reason()) {
            case NO_ROW ->
                decision.conditions().stream()
                        .filter(condition -> condition.state() == Tri.NO)
                        .map(this::failure)
                        .collect(Collectors.joining(message("policy.and")));
            case MISSING_FACT -> message("policy.reason.MISSING_FACT", facts(decision.missing()));
            case ON_EVENT, ON_APPLICATION -> say(decision.program().when());
            default -> message("policy.reason." + decision.reason());
        };
    }

    private String failure(Decision.Condition condition) {
        if (!condition.anyOf().isEmpty()) {
            return condition.anyOf().stream().map(this::failure).collect(Collectors.joining(message("policy.and")));
        }
        Fact used = condition.used();
        if (used == null) {
            return message("policy.reason.MISSING_FACT", fact(condition.fact()));
        }
        return switch (Vocabulary.get(condition.fact()).type()) {
            case BOOLEAN -> value(used);
            case CHOICE -> message("policy.condition.is", fact(condition.fact()), value(used));
            default -> message("policy.condition", fact(condition.fact()), value(used));
        };
    }

    /** 每期: / 月, / 年, 一次. */
    public String per(Program program) {
        return message("policy.per." + program.cadence());
    }

    /** What the money would be once the missing facts are there: one sum, or from the least to the most possible. */
    public String possible(Decision decision) {
        return decision.least().equals(decision.most())
                ? formats.money(decision.most())
                : message("policy.benefits.upTo", formats.money(decision.least()), formats.money(decision.most()));
    }

    /** When to look again: a day, or what has to happen first. */
    public String next(Decision decision) {
        if (decision.nextCheck() != null) {
            return formats.date(decision.nextCheck());
        }
        return switch (decision.reason()) {
            case MISSING_FACT -> message("policy.benefits.next.fact");
            case ADOPTION_NOT_VERIFIED -> message("policy.benefits.next.adoption");
            case ON_EVENT, ON_APPLICATION -> message("policy.benefits.next.event");
            default -> message("policy.benefits.next.rule");
        };
    }

    /** An amount of a table: a number as money, anything else as it stands. */
    public String amount(String expression) {
        return expression.matches("\\d+(\\.\\d+)?") ? formats.money(new BigDecimal(expression)) : expression;
    }

    /** The names of several facts, as a person would list them. */
    public String facts(Iterable<String> names) {
        List<String> labels = new java.util.ArrayList<>();
        names.forEach(name -> labels.add(fact(name)));
        return String.join(message("policy.and"), labels);
    }

    /** The choices of a fact to pick from, value to label, in their order. */
    public Map<String, String> choices(String name) {
        FactType type = Vocabulary.get(name);
        List<String> values = type.type() == FactType.Type.BOOLEAN ? List.of("true", "false") : type.choices();
        return values.stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value -> message("policy.fact." + name + "." + value),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    public String say(@Nullable Wording wording) {
        return wording == null ? "" : formats.name(wording.zh(), wording.en());
    }

    /** Code of a funder to its name, in their order. */
    public Map<String, String> funders() {
        return jdbc
                .sql("select code, name_zh, name_en from funder order by position")
                .query((row, n) -> Map.entry(
                        row.getString("code"), formats.name(row.getString("name_zh"), row.getString("name_en"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private String choices(String name, String quoted) {
        return Arrays.stream(quoted.split(","))
                .map(choice ->
                        message("policy.fact." + name + "." + choice.strip().replace("\"", "")))
                .collect(Collectors.joining(message("policy.or")));
    }

    private String number(String name, String number) {
        return name.equals(Vocabulary.AGE) ? message("policy.years", number) : number;
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
