package org.crmagent.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.Faulty;
import org.crmagent.schema.Instances;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the published schemas of every tool, shown on inputs made from them. */
class EveryInputTest {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int RUNS = 200;

    static Stream<Entry<?, ?>> entries() {
        return Tools.catalogue().entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isTakenWhereTheSchemaTakesIt(Entry<?, ?> entry) {
        Instances instances = new Instances(entry.inputSchema(), 1);
        for (int i = 0; i < RUNS; i++) {
            JsonObject input = instances.next();
            assertEquals(List.of(), entry.checker().check(input, Violations.INPUT), input::toString);
            // rules across members may refuse it, but never break
            entry.broken(input);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isRefusedForItsOneFault(Entry<?, ?> entry) {
        Instances instances = new Instances(entry.inputSchema(), 2);
        for (int i = 0; i < RUNS; i++) {
            Faulty faulty = instances.nextFaulty();
            List<Violation> found = entry.checker().check(faulty.instance(), Violations.INPUT);
            assertEquals(
                    List.of(Violations.INPUT + faulty.pointer() + " " + faulty.code()),
                    found.stream()
                            .map(each -> each.pointer() + " " + each.code())
                            .toList(),
                    () -> faulty.instance().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void staysWithinTheSubsetOfStrictFunctionCalling(Entry<?, ?> entry) {
        assertEquals(List.of(), new Subset(true).broken(entry.inputSchema()));
        assertEquals(List.of(), new Subset(false).broken(entry.outputSchema()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasSchemasThatTheDialectTakes(Entry<?, ?> entry) {
        for (JsonObject schema : List.of(entry.inputSchema(), entry.outputSchema())) {
            Validator.Result result = new ValidatorFactory()
                    .withJsonNodeFactory(new JakartaJsonNode.Factory())
                    .createValidator()
                    .validate(URI.create(DIALECT), schema);
            assertEquals(
                    List.of(),
                    result.getErrors().stream()
                            .map(each -> each.getInstanceLocation() + " " + each.getError())
                            .toList());
        }
    }
}
