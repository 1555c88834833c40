package org.crmagent.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Json;

/** Writes the schema of one record. */
final class Publisher {
    private static final int MOST_PLAIN_ITEMS = 100;
    private static final int MOST_NUMBERS = 100;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Class<?> type;
    private final boolean input;
    private final Set<Class<?>> recursive;

    Publisher(Class<?> type, boolean input) {
        this.type = type;
        this.input = input;
        this.recursive = Recursion.of(type);
    }

    JsonObject root(List<Member> more) {
        List<Member> members = new ArrayList<>(Member.published(type));
        members.addAll(more);
        JsonObjectBuilder root = Jsonp.object().add("$schema", DIALECT).add("type", "object");
        closed(root, members);
        if (!recursive.isEmpty()) {
            JsonObjectBuilder shapes = Jsonp.object();
            for (Class<?> shape : recursive) {
                JsonObjectBuilder object = Jsonp.object().add("type", "object");
                closed(object, Member.published(shape));
                shapes.add(shape.getSimpleName(), object);
            }
            root.add("$defs", shapes);
        }
        return root.build();
    }

    private void closed(JsonObjectBuilder schema, List<Member> members) {
        JsonObjectBuilder properties = Jsonp.object();
        JsonArrayBuilder required = Jsonp.array();
        for (Member member : members) {
            properties.add(member.name(), member(member));
            if (input ? !member.nullable() && !member.change() : !member.optional()) {
                required.add(member.name());
            }
        }
        schema.add("properties", properties).add("required", required).add("additionalProperties", false);
    }

    /** The schema of one member, as it stands in {@code properties}. */
    JsonObject member(Member member) {
        Doc doc = member.facets();
        JsonObjectBuilder schema = Jsonp.object();
        value(schema, member.type(), Facets.of(doc), doc, member.nullable() || member.change());
        schema.add("description", doc.value());
        if (!doc.byDefault().isEmpty()) {
            schema.add("default", parse(doc.byDefault()));
        }
        return schema.build();
    }

    private void value(JsonObjectBuilder schema, AnnotatedType type, Facets facets, Doc doc, boolean nullable) {
        Class<?> raw = Kind.rawClass(type.getType());
        Kind kind = Kind.of(type.getType());
        if (recursive.contains(raw)) {
            schema.add("$ref", "#/$defs/" + raw.getSimpleName());
            return;
        }
        if (kind == Kind.JSON_VALUE) {
            anything(schema, facets);
            return;
        }
        if (kind == Kind.NUMBER_OR_MAP) {
            numberOrMap(schema, facets, doc, nullable);
            return;
        }
        type(schema, kind.jsonType(), nullable);
        switch (kind) {
            case STRING -> facets.text(schema);
            case UUID -> schema.add("format", "uuid");
            case INSTANT -> schema.add("format", "date-time");
            case DATE -> schema.add("format", "date");
            case TIME -> schema.add("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
            case ENUM -> schema.add("enum", constants(raw, nullable));
            case INTEGER -> (input ? facets.within(raw) : facets).range(schema, "minimum", "maximum");
            case NUMBER -> facets.range(schema, "minimum", "maximum");
            case LIST -> list(schema, type, facets, doc);
            case MAP -> map(schema, type, facets, doc);
            case JSON_OBJECT -> object(schema, facets, doc);
            case RECORD -> closed(schema, Member.published(raw));
            default -> {}
        }
    }

    private void list(JsonObjectBuilder schema, AnnotatedType type, Facets facets, Doc doc) {
        facets.range(schema, "minItems", "maxItems");
        if (facets.unique()) {
            schema.add("uniqueItems", true);
        }
        schema.add("items", inner(Member.argument(type, 0), Facets.ofItems(doc), doc));
    }

    private void map(JsonObjectBuilder schema, AnnotatedType type, Facets facets, Doc doc) {
        schema.add("propertyNames", inner(Member.argument(type, 0), Facets.ofKeys(doc), doc));
        facets.range(schema, "minProperties", "maxProperties");
        schema.add("additionalProperties", inner(Member.argument(type, 1), Facets.ofValues(doc), doc));
    }

    private JsonObject inner(AnnotatedType type, Facets facets, Doc doc) {
        JsonObjectBuilder schema = Jsonp.object();
        value(schema, type, facets, doc, Member.isNullable(type));
        return schema.build();
    }

    /** Of an input a map of values, of an output whatever an object may hold. */
    private void object(JsonObjectBuilder schema, Facets facets, Doc doc) {
        if (input) {
            JsonObjectBuilder values = Jsonp.object();
            anything(values, Facets.ofValues(doc));
            JsonObjectBuilder names = Jsonp.object().add("type", "string");
            Facets.ofKeys(doc).text(names);
            schema.add("propertyNames", names);
            facets.range(schema, "minProperties", "maxProperties");
            schema.add("additionalProperties", values);
        }
    }

    /** A value of an input is plain or a list of plain ones, within bounds; of an output it may be any. */
    private void anything(JsonObjectBuilder schema, Facets facets) {
        if (input) {
            List<String> plain = List.of("string", "number", "boolean", "null");
            JsonObject item = Jsonp.object()
                    .add("type", Jsonp.strings(plain))
                    .add("maxLength", facets.max())
                    .build();
            schema.add("type", Jsonp.array(Jsonp.strings(plain)).add("array"))
                    .add("maxLength", facets.max())
                    .add("maxItems", MOST_PLAIN_ITEMS)
                    .add("items", item);
        }
    }

    private static void numberOrMap(JsonObjectBuilder schema, Facets facets, Doc doc, boolean nullable) {
        JsonArrayBuilder types = Jsonp.array().add("number").add("object");
        schema.add("type", nullable ? types.add("null") : types);
        facets.range(schema, "minimum", "maximum");
        schema.add(
                "propertyNames",
                Jsonp.object().add("type", "string").add("minLength", 1).add("maxLength", doc.itemMax()));
        schema.add("minProperties", 1).add("maxProperties", MOST_NUMBERS);
        JsonObjectBuilder number = Jsonp.object().add("type", "number");
        facets.range(number, "minimum", "maximum");
        schema.add("additionalProperties", number);
    }

    private static void type(JsonObjectBuilder schema, String type, boolean nullable) {
        if (nullable) {
            schema.add("type", Jsonp.array().add(type).add("null"));
        } else {
            schema.add("type", type);
        }
    }

    private static JsonArrayBuilder constants(Class<?> type, boolean nullable) {
        JsonArrayBuilder constants = Jsonp.array(Jsonp.strings(EnumNames.all(type)));
        return nullable ? constants.addNull() : constants;
    }

    static JsonValue parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
