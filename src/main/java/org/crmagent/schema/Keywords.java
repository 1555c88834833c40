package org.crmagent.schema;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where the validator is too lax or too lavish for us: formats, patterns, endless lists, descriptions. */
final class Keywords implements EvaluatorFactory {
    private final EvaluatorFactory formats = new FormatEvaluatorFactory();

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (keyword.equals("items") && value.isObject()) {
            return Optional.of(items(context, value));
        } else if (keyword.equals("uniqueItems") && value.isBoolean() && value.asBoolean()) {
            return Optional.of(unique(most(context)));
        }
        return !value.isString()
                ? Optional.empty()
                : switch (keyword) {
                    case "format" -> format(context, value);
                    case "pattern" -> Optional.of(text(ecma(value.asString()).asPredicate()));
                    case "description", "title", "default" -> Optional.of((c, node) -> Evaluator.Result.success());
                    default -> Optional.empty();
                };
    }

    private Optional<Evaluator> format(SchemaParsingContext context, JsonNode value) {
        Predicate<String> ours = Formats.find(value.asString());
        return ours == null ? formats.create(context, "format", value) : Optional.of(text(ours));
    }

    private static Evaluator text(Predicate<String> holds) {
        return (context, node) -> !node.isString() || holds.test(node.asString())
                ? Evaluator.Result.success()
                : Evaluator.Result.failure("refused");
    }

    /** Items beyond {@code maxItems} are not looked at: the list is refused anyway, and a body may hold half a million. */
    private static int most(SchemaParsingContext context) {
        JsonNode most = context.getCurrentSchemaObject().get("maxItems");
        return most == null ? Integer.MAX_VALUE : most.asInteger().intValueExact();
    }

    private static Evaluator items(SchemaParsingContext context, JsonNode schema) {
        int most = most(context);
        String reference = context.getAbsoluteUri(schema);
        return (c, node) -> items(c, node, reference, most);
    }

    /** Not of a list that is too long anyway: its texts may be chosen to have one hash. */
    private static Evaluator unique(int most) {
        return (context, node) -> {
            boolean refused = node.isArray()
                    && node.asArray().size() <= most
                    && new HashSet<>(node.asArray()).size() < node.asArray().size();
            return refused ? Evaluator.Result.failure("refused") : Evaluator.Result.success();
        };
    }

    private static Evaluator.Result items(EvaluationContext context, JsonNode node, String reference, int limit) {
        if (!node.isArray()) {
            return Evaluator.Result.success();
        }
        List<JsonNode> items = node.asArray();
        boolean valid = true;
        for (JsonNode item : items.subList(0, Math.min(items.size(), limit))) {
            valid &= context.resolveInternalRefAndValidate(reference, item);
        }
        return valid ? Evaluator.Result.success() : Evaluator.Result.failure();
    }

    /** Java's {@code $} also matches before a last line break, ECMA-262's only at the end. */
    static Pattern ecma(String expression) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                java.append(c).append(expression.charAt(++i));
            } else {
                inClass = c == '[' || (inClass && c != ']');
                java.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
            }
        }
        return Pattern.compile(java.toString());
    }
}
