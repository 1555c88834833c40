package org.crmagent.model.qualification;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forms, and values that mostly nearly fit them. */
public final class RandomForms {
    private static final List<FieldType> TYPES = List.of(FieldType.values());
    private static final List<String> OPTIONS =
            List.of("Oui", "oui", "É", "E\u0301", "a,b", "3 à 12 mois", "\"<b>", "$^", "🚲", "null", "x".repeat(200));
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n\r ",
            "\u00a0",
            "a",
            " a ",
            "é",
            "\n",
            "a\n",
            "x".repeat(500),
            "x".repeat(501),
            "🚲".repeat(500),
            "🚲".repeat(501),
            "y".repeat(4_000),
            "y".repeat(4_001),
            "\u2028",
            "Gaz");
    private static final List<String> DATES = List.of(
            "2027-03-12",
            "2028-02-29",
            "2027-02-29",
            "2027-02-30",
            "0000-01-01",
            "0999-12-31",
            "1000-01-01",
            "2999-12-31",
            "3000-01-01",
            "2027-3-12",
            "2027-13-01",
            "2027-12-32",
            "2027-00-10",
            "2027-03-12\n",
            "2027-03-12T00:00:00Z",
            "20270312",
            "12/03/2027",
            "１027-03-12",
            " 2027-03-12");
    private static final List<String> EMAILS = List.of(
            "a@b.fr",
            "a.b+c@d-e.co.uk",
            "a@b",
            "@b.fr",
            "a@",
            "a b@c.fr",
            "a@b.fr\n",
            ".a@b.fr",
            "a.@b.fr",
            "a..b@c.fr",
            "a@-b.fr",
            "a@b-.fr",
            "a@b.f",
            "a@b.1r",
            "é@b.fr",
            "a@é.fr",
            "\"a b\"@c.fr",
            "a@[127.0.0.1]",
            "a@b..fr",
            "a@b.fr.",
            "O'Neil_1%@X.FR",
            "a@b.xn--p1ai",
            "a".repeat(64) + "@b.fr",
            "a".repeat(65) + "@b.fr",
            "a@" + "b".repeat(63) + ".fr",
            "a@" + "b".repeat(64) + ".fr",
            "a@" + "b.".repeat(124) + "frr",
            "a@" + "b.".repeat(125) + "fr",
            "a@" + "b.".repeat(125) + "frr");
    private static final List<String> PHONES = List.of(
            "+33612345678",
            "+33639981234",
            "+32470123456",
            "+1 212 555 0100",
            "+12125550100",
            "0612345678",
            "+33",
            "+0612345678",
            "+336123456",
            "+336123456789",
            "+3361234567890123",
            "+33612345678\n",
            "+99912345678",
            "+٣٣612345678",
            "33612345678",
            "+33 6 12 34 56 78",
            "+441632960961",
            "+4930123456");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "1.0",
            "1e0",
            "-1",
            "10",
            "10.0",
            "9.99999999999999",
            "10.00000000000001",
            "1000000000000",
            "-2.5",
            "12345678901234.5",
            "1e-9");

    private final Random random;

    public RandomForms(Random random) {
        this.random = random;
    }

    public List<QualificationField> form() {
        List<QualificationField> fields = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            FieldType type = TYPES.get(random.nextInt(TYPES.size()));
            BigDecimal min = type == FieldType.NUMBER && random.nextBoolean() ? number() : null;
            BigDecimal max = type == FieldType.NUMBER && random.nextBoolean() ? number() : null;
            if (min != null && max != null && min.compareTo(max) > 0) {
                max = null;
            }
            fields.add(new QualificationField(
                    "k" + i,
                    "Label",
                    type,
                    List.of(Boolean.TRUE, Boolean.FALSE).get(random.nextInt(2)),
                    type.hasOptions() ? some(OPTIONS, 1) : null,
                    min,
                    max,
                    null,
                    null,
                    null));
        }
        return fields;
    }

    /** Every third has one value of any kind, every fifth one key too many. */
    public JsonObject values(List<QualificationField> fields) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        int spoiled = random.nextInt(3 * fields.size());
        for (int i = 0; i < fields.size(); i++) {
            if (random.nextInt(8) > 0) {
                values.add(fields.get(i).key(), i == spoiled ? any(fields.get(i)) : near(fields.get(i)));
            }
        }
        if (random.nextInt(10) == 0) {
            values.add(random.nextBoolean() ? "k99" : "", 1);
        }
        return values.build();
    }

    /** True where a value of its own pointer is a telephone number that only the numbering plans refuse. */
    public static boolean isLonelyPhone(List<QualificationField> fields, JsonObject values, String pointer) {
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        return fields.stream().anyMatch(field -> field.key().equals(key) && field.type() == FieldType.PHONE)
                && values.get(key) instanceof JsonString text
                && text.getString().matches("\\+[1-9][0-9]{6,14}")
                && !text.getString().endsWith("\n");
    }

    private JsonValue near(QualificationField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(TEXTS);
            case DATE -> text(DATES);
            case EMAIL -> text(EMAILS);
            case PHONE -> text(PHONES);
            case NUMBER -> Json.createValue(number());
            case BOOLEAN -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case SELECT -> text(random.nextInt(4) > 0 ? field.choices() : OPTIONS);
            case MULTI_SELECT -> list(random.nextInt(4) > 0 ? field.choices() : OPTIONS);
        };
    }

    private JsonValue any(QualificationField field) {
        return switch (random.nextInt(7)) {
            case 0 -> JsonValue.NULL;
            case 1 -> text(TEXTS);
            case 2 -> Json.createValue(number());
            case 3 -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case 4 -> list(TEXTS);
            case 5 -> Json.createArrayBuilder(some(OPTIONS, 0)).addNull().add(1).build();
            default -> near(field);
        };
    }

    private JsonValue list(List<String> texts) {
        List<String> items = new ArrayList<>(some(texts, 0));
        if (!items.isEmpty() && random.nextInt(5) == 0) {
            items.add(items.get(0));
        }
        JsonArrayBuilder list = Json.createArrayBuilder(items);
        return list.build();
    }

    private List<String> some(List<String> texts, int least) {
        List<String> shuffled = new ArrayList<>(texts);
        java.util.Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, least + random.nextInt(texts.size() - least)));
    }

    private JsonString text(List<String> texts) {
        return Json.createValue(texts.get(random.nextInt(texts.size())));
    }

    private BigDecimal number() {
        return new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
}
