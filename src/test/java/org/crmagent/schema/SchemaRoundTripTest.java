package org.crmagent.schema;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Canonical;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publish, check, bind, write, repair: the same record all the way. */
class SchemaRoundTripTest {
    private static final String WHOLE = """
            {"name":"n","id":"01920000-0000-7000-8000-000000000001","count":3,"risk":"destructive","flag":true,
             "day":"2026-11-24","at":"2026-11-24T10:15:00+01:00","from":"09:30","amount":2.5,"tags":["a","b"],
             "ids":[],"weights":{"01920000-0000-7000-8000-000000000001":2},"note":null,
             "parts":[{"label":"p","parts":[{"label":"q"}]}],"city":"Lyon"}
            """;

    private static final JsonObject SCHEMA = Schemas.input(Sample.class, spec(), true);
    private static final Checker CHECKER = Checker.of(SCHEMA);

    record Out(
            @Doc("Id.") @Nullable String id,
            @Doc("Section.") Optional<String> section,
            @Doc("Moment.") Instant at,
            @Doc("Kind.") Risk risk,
            @Doc("Counts.") Map<Risk, Long> counts) {}

    record Outer(@Flat Sample.Place place) {}

    @ToolSpec(
            title = "t",
            description = "d",
            risk = Risk.BULK,
            confirm = true,
            versioned = true,
            examples = {})
    static class Some implements Tool<Sample, Sample> {
        @Override
        public Result<Sample> run(Sample input, Call call) {
            return Result.of(input, "");
        }
    }

    private static ToolSpec spec() {
        return Some.class.getAnnotation(ToolSpec.class);
    }

    @Test
    void findsNoFault() {
        assertEquals(List.of(), Schemas.faults(Sample.class, true));
    }

    @Test
    void publishesControlsAfterTheMembers() {
        List<String> names = List.copyOf(SCHEMA.getJsonObject("properties").keySet());
        assertEquals(
                List.of("city", "floor", "dryRun", "confirm", "previewToken", "expectedCount", "expectedVersion"),
                names.subList(14, names.size()));
        assertFalse(SCHEMA.getBoolean("additionalProperties"));
    }

    @Test
    void bindsWhatItTakes() {
        JsonObject json = json(WHOLE);
        assertEquals(List.of(), CHECKER.check(json, ""));
        Sample sample = Binder.bind(json, Sample.class);
        assertEquals(Risk.DESTRUCTIVE, sample.risk());
        assertEquals(Instant.parse("2026-11-24T09:15:00Z"), sample.at());
        assertTrue(sample.note().present());
        assertNull(sample.note().value());
        assertEquals(List.of(), sample.ids());
        assertEquals("q", sample.parts().get(0).parts().get(0).label());
        assertEquals(new Sample.Place("Lyon", null), sample.place());
        assertEquals(
                "Lyon",
                JsonWriter.write(new Outer(sample.place())).asJsonObject().getString("city"));
        assertFalse(Binder.bind(
                        json("{\"name\":\"n\",\"count\":1,\"id\":\"01920000-0000-7000-8000-000000000001\"}"),
                        Sample.class)
                .note()
                .present());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name    | \"\"                    | too_short         | /in/name",
                "name    | \"abcdef\"              | too_long          | /in/name",
                "name    | 1                       | wrong_type        | /in/name",
                "id      | \"x\"                   | bad_format        | /in/id",
                "count   | 0                       | too_small         | /in/count",
                "count   | 101                     | too_large         | /in/count",
                "count   | 1.5                     | wrong_type        | /in/count",
                "risk    | \"destructiv\"          | not_allowed_value | /in/risk",
                "day     | \"2026-02-30\"          | bad_format        | /in/day",
                "at      | \"2026-11-24T10:15:00\" | bad_format        | /in/at",
                "from    | \"9:30\"                | pattern_mismatch  | /in/from",
                "tags    | [\"a\",\"a\"]           | duplicate_item    | /in/tags/1",
                "tags    | [\"abcde\"]             | too_long          | /in/tags/0",
                "tags    | [\"a\",\"b\",\"c\",\"d\"] | too_many_items  | /in/tags",
                "ids     | [\"x\"]                 | bad_format        | /in/ids/0",
                "parts   | [{\"label\":\"p\",\"parts\":[{}]}] | required | /in/parts/0/parts/0/label",
                "nam     | 1                       | unknown_member    | /in/nam"
            })
    void tellsOneViolationForOneFault(String member, String value, String code, String pointer) {
        JsonObject wrong = Json.createObjectBuilder(json(WHOLE))
                .add(member, json("{\"v\":" + value + "}").get("v"))
                .build();
        List<Violation> found = CHECKER.check(wrong, "/in");
        assertEquals(1, found.size(), found::toString);
        assertEquals(code, found.get(0).code());
        assertEquals(pointer, found.get(0).pointer());
    }

    @Test
    void tellsAllAtOnceAndRepairsWhatIsCertain() {
        JsonObject wrong = json(
                "{\"nmae\":\"n\",\"id\":\"01920000-0000-7000-8000-000000000001\",\"count\":3,\"risk\":\"Destructive\"}");
        JsonObject body = Json.createObjectBuilder().add("input", wrong).build();
        List<Violation> found = CHECKER.check(wrong, "/input");
        assertEquals(
                "not_allowed_value,required,unknown_member",
                found.stream().map(Violation::code).sorted().collect(Collectors.joining(",")));
        JsonObject repaired = Repair.of(body, found).orElseThrow().getJsonObject("input");
        assertEquals("n", repaired.getString("name"));
        assertEquals("destructive", repaired.getString("risk"));
        assertEquals(List.of(), CHECKER.check(repaired, ""));
        JsonObject hopeless = Json.createObjectBuilder(wrong).add("count", 0).build();
        assertTrue(
                Repair.of(Json.createObjectBuilder().add("input", hopeless).build(), CHECKER.check(hopeless, "/input"))
                        .isEmpty());
    }

    @Test
    void writesWhatItsSchemaSays() {
        Out out = new Out(
                null, Optional.empty(), Instant.parse("2026-11-24T09:15:00Z"), Risk.READ, Map.of(Risk.BULK, 2L));
        JsonValue json = JsonWriter.write(out);
        assertEquals(
                "{\"id\":null,\"at\":\"2026-11-24T09:15:00Z\",\"risk\":\"read\",\"counts\":{\"bulk\":2}}",
                json.toString());
        assertEquals(
                "{\"id\":null,\"section\":\"s\",\"at\":\"2026-11-24T09:15:00.500Z\",\"risk\":\"read\",\"counts\":{}}",
                JsonWriter.write(new Out(
                                null, Optional.of("s"), Instant.parse("2026-11-24T09:15:00.500Z"), Risk.READ, Map.of()))
                        .toString());
    }

    @Test
    void hasOneCanonicalForm() {
        assertEquals(
                Canonical.text(json("{\"b\":1.0,\"a\":{\"y\":[1e0],\"x\":\"é\"}}")),
                Canonical.text(json("{\"a\":{\"x\":\"\\u00e9\",\"y\":[1]},\"b\":1}")));
        assertFalse(Canonical.sha256("a", "bc").equals(Canonical.sha256("ab", "c")));
    }

    @Test
    void readsAnIdWithoutRegardToCase() {
        String id = "01920000-0000-7000-8000-00000000000a";
        String other = id.toUpperCase(java.util.Locale.ROOT);
        JsonObject input = json("{\"name\":\"n\",\"count\":1,\"id\":\"" + id + "\",\"ids\":[\"" + id + "\",\"" + other
                + "\"],\"weights\":{\"" + id + "\":1,\"" + other + "\":2}}");
        assertEquals(
                List.of("/ids/1 duplicate_item", "/weights/" + other + " duplicate_item"),
                CHECKER.check(input, "").stream()
                        .map(each -> each.pointer() + " " + each.code())
                        .toList());
    }
}
