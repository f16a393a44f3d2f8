package org.nuanxin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** FEEL, the expression language of DMN, made strict: exact decimals, and no failure passes as a value. */
final class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava()
            .withCustomValueMapper(new ExactNumbers())
            .build();

    /** A cell of a decision table, or an amount. */
    record Compiled(String text, ParsedExpression parsed, Set<String> names, Set<String> strings) {}

    /** FEEL could not parse, or gave nothing where it should give a value. */
    static final class FeelError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FeelError(String message) {
            super(message);
        }
    }

    Compiled unaryTests(String text) {
        return compiled(text, engine.parseUnaryTests(text));
    }

    Compiled expression(String text) {
        return compiled(text, engine.parseExpression(text));
    }

    boolean holds(Compiled test, Object input, Map<String, Object> facts) {
        Object result = value(test, engine.evaluateWithInput(test.parsed(), input, facts));
        if (result instanceof Boolean holds) {
            return holds;
        }
        throw new FeelError("not a condition: " + test.text());
    }

    BigDecimal number(Compiled expression, Map<String, Object> facts) {
        Object result = value(expression, engine.evaluate(expression.parsed(), facts));
        if (result instanceof BigDecimal number) {
            return number;
        }
        throw new FeelError("not an amount: " + expression.text());
    }

    private static Compiled compiled(String text, ParseResult result) {
        if (!result.isSuccess()) {
            throw new FeelError(text + ": " + result.failure().message());
        }
        ParsedExpression parsed = result.parsedExpression();
        List<String> strings = new ArrayList<>();
        collectStrings(parsed.expression(), strings);
        return new Compiled(text, parsed, Set.copyOf(parsed.getVariableNames()), Set.copyOf(strings));
    }

    /** FEEL reports a misspelt name or a comparison with null as "suppressed" and goes on with null: not here. */
    private static @Nullable Object value(Compiled compiled, EvaluationResult result) {
        if (!result.isSuccess()) {
            throw new FeelError(compiled.text() + ": " + result.failure().message());
        }
        if (result.hasSuppressedFailures()) {
            throw new FeelError(compiled.text() + ": " + result.getSuppressedFailures());
        }
        return result.result();
    }

    private static void collectStrings(Object node, List<String> found) {
        if (node instanceof ConstString string) {
            found.add(string.value());
        } else if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                collectStrings(product.productElement(i), found);
            }
        }
    }

    /** The Java mapping of the engine would answer Double or Long. */
    private static final class ExactNumbers extends JavaCustomValueMapper {

        @Override
        public Optional<Val> toValue(Object x, Function<Object, Val> inner) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
            return value instanceof ValNumber number
                    ? Optional.of(number.value().bigDecimal())
                    : Optional.empty();
        }
    }
}
