package org.crmagent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every rule for published records, broken once. */
class FaultsTest {

    record Input(
            String bare,
            @Doc(value = " ", max = 5) String blank,
            @Doc("Unbounded.") String endless,
            @Doc("Unbounded.") List<UUID> endlessList,
            @Doc(value = "Unbounded.", max = 5) List<String> endlessItems,
            @Doc(value = "Keys.", max = 5) Map<String, Integer> endlessKeys,
            @Doc(value = "Keys.", max = 5) Map<Integer, Integer> oddKeys,
            @Doc("Type.") Date odd,
            @Doc(value = "Lists.", max = 5) List<List<UUID>> lists,
            @Doc(value = "Nulls.", max = 5) List<@Nullable UUID> nulls,
            @Doc(value = "Optional.", max = 5) Optional<String> optional,
            @Doc(value = "Change.", max = 5) @Nullable Change<String> nullChange,
            @Doc(value = "Bounds.", min = 5, max = 4) int upsideDown,
            @Doc(value = "Bounds.", max = 4) UUID boundedId,
            @Doc(value = "Pattern.", pattern = "^(a$") String badPattern,
            @Doc(value = "Format.", format = "hostname") String badFormat,

            @Doc(value = "Default.", max = 9, byDefault = "10") @Nullable
            Integer badDefault,

            @Doc(value = "Default.", max = 9, byDefault = "[") @Nullable
            Integer noJson,

            @Doc(value = "Default.", max = 9, byDefault = "3")
            int neverUsed,

            @Doc(value = "Unique.", max = 9, unique = true) int unique,
            @Doc(value = "Any.", max = 9, pattern = "^a$") Map<String, JsonValue> anything,
            @Doc("Itself.") @Nullable Chain itself,
            @Doc("Described.") @Flat Chain described,
            @Flat @Nullable String text,
            @Doc("Control.") @Nullable Boolean dryRun) {}

    record Chain(@Doc("Next.") @Nullable Chain next) {}

    record Output(@Doc(value = "Change.", max = 5) Change<String> change) {}

    record Deep(@Doc(value = "Next.", max = 1) List<D1> d) {}

    record D1(@Doc(value = "Next.", max = 1) List<D2> d) {}

    record D2(@Doc(value = "Next.", max = 1) List<D3> d) {}

    record D3(@Doc(value = "Next.", max = 1) List<D4> d) {}

    record D4(@Doc(value = "Next.", max = 1) List<D5> d) {}

    record D5(@Doc("End.") boolean end) {}

    @Test
    void namesEveryFaultAtOnce() {
        List<String> faults = Schemas.faults(Input.class, true);
        for (var component : Input.class.getRecordComponents()) {
            String name = "FaultsTest.Input." + component.getName() + " ";
            assertEquals(
                    1,
                    faults.stream()
                            .filter(fault -> fault.startsWith(name) && fault.endsWith("."))
                            .count(),
                    name + faults);
        }
    }

    @Test
    void looksIntoNestedRecords() {
        assertTrue(Schemas.faults(Deep.class, true).toString().contains("deeper than 10"), "6 lists of records");
        assertEquals(List.of(), Schemas.faults(D1.class, true));
        assertEquals(1, Schemas.faults(Output.class, false).size());
        assertEquals(List.of(), Schemas.faults(Output.class, true));
        assertEquals(List.of(), Schemas.faults(Written.class, false));
    }
}
