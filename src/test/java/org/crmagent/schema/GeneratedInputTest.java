package org.crmagent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;

/** What holds for every input, on inputs that are made from the schema. */
class GeneratedInputTest {
    private static final int RUNS = 2_000;
    private static final JsonObject SCHEMA =
            Schemas.input(Sample.class, Everything.class.getAnnotation(ToolSpec.class), true);
    private static final Checker CHECKER = Checker.of(SCHEMA);

    @ToolSpec(
            title = "t",
            description = "d",
            risk = Risk.BULK,
            confirm = true,
            versioned = true,
            examples = {})
    private static final class Everything {}

    @Test
    void takesAndBindsWhatTheSchemaTakes() {
        Instances instances = new Instances(SCHEMA, 1);
        for (int i = 0; i < RUNS; i++) {
            JsonObject valid = instances.next();
            assertEquals(List.of(), CHECKER.check(valid, "/input"), valid::toString);
            Sample bound = Binder.bind(valid, Sample.class);
            assertEquals(valid.getString("name"), bound.name());
            assertEquals(valid.containsKey("note"), bound.note().present());
            Controls controls = Binder.bind(valid, Controls.class);
            assertEquals(valid.getOrDefault("dryRun", JsonValue.NULL), JsonWriter.write(controls.dryRun()));
        }
    }

    @Test
    void tellsTheOneFaultOfWhatItRefuses() {
        Instances instances = new Instances(SCHEMA, 2);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < RUNS; i++) {
            Faulty faulty = instances.nextFaulty();
            List<Violation> found = CHECKER.check(faulty.instance(), "/input");
            assertEquals(
                    List.of("/input" + faulty.pointer() + " " + faulty.code()),
                    found.stream()
                            .map(each -> each.pointer() + " " + each.code())
                            .toList(),
                    () -> faulty.instance().toString());
            codes.add(faulty.code());
        }
        assertTrue(codes.size() > 12, codes::toString);
    }

    @Test
    void agreesWithANaiveCheckOnAnything() {
        NaiveCheck naive = new NaiveCheck(SCHEMA);
        Instances instances = new Instances(SCHEMA, 3);
        Random random = new Random(3);
        int taken = 0;
        for (int i = 0; i < RUNS * 5; i++) {
            JsonObject crossed = crossed(instances.next(), instances.next(), random);
            boolean takes = CHECKER.check(crossed, "").isEmpty();
            assertEquals(naive.takes(SCHEMA, crossed), takes, crossed::toString);
            taken += takes ? 1 : 0;
        }
        assertTrue(taken > RUNS / 10 && taken < RUNS * 4, "one-sided: " + taken);
    }

    /** One with a member's value taken from another member of the other. */
    private static JsonObject crossed(JsonObject one, JsonObject other, Random random) {
        List<String> names = List.copyOf(one.keySet());
        List<JsonValue> values = List.copyOf(other.values());
        String name = names.get(random.nextInt(names.size()));
        JsonValue value = random.nextInt(3) == 0
                ? other.getOrDefault(name, JsonValue.NULL)
                : values.get(random.nextInt(values.size()));
        return Edit.add(one, "/" + name, value);
    }

    @Test
    void readsWhatItWrote() {
        Instances instances = new Instances(SCHEMA, 4);
        for (int i = 0; i < RUNS; i++) {
            JsonObject written = instances.next();
            JsonObject read = StrictJson.object(written.toString().getBytes(StandardCharsets.UTF_8));
            assertEquals(Canonical.text(written), Canonical.text(read));
            assertEquals(List.copyOf(written.keySet()), List.copyOf(read.keySet()));
            assertEquals(
                    Canonical.text(written),
                    Canonical.text(StrictJson.object(Canonical.text(written).getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void hasOneCanonicalTextForEveryOrderOfMembers() {
        Instances instances = new Instances(SCHEMA, 5);
        Random random = new Random(5);
        for (int i = 0; i < RUNS; i++) {
            JsonObject written = instances.next();
            List<String> names = new ArrayList<>(written.keySet());
            Collections.shuffle(names, random);
            var shuffled = Jsonp.object();
            names.forEach(name -> shuffled.add(name, written.get(name)));
            assertEquals(Canonical.text(written), Canonical.text(shuffled.build()));
        }
    }

    @Test
    void writesWhatTheOutputSchemaTakes() {
        JsonObject schema = Schemas.output(Written.class, false);
        Checker checker = Checker.of(schema);
        Instances instances = new Instances(schema, 6);
        for (int i = 0; i < RUNS; i++) {
            JsonValue json = JsonWriter.write(Binder.bind(instances.next(), Written.class));
            assertEquals(List.of(), checker.check(json, ""), json::toString);
            Written again = Binder.bind(json.asJsonObject(), Written.class);
            assertEquals(json.toString(), JsonWriter.write(again).toString());
        }
    }
}
