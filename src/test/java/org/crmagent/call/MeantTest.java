package org.crmagent.call;

import static org.crmagent.it.JsonText.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What says nothing is left out at every level, what means something is kept. */
class MeantTest {

    record Input(
            @Doc("Cleared by null.") Change<Integer> limit,
            @Doc("Filter.") @Nullable Filter filter,
            @Doc(value = "Filters.", max = 3) @Nullable List<Filter> filters,
            @Flat Filter flat) {}

    record Ids(
            @Doc("One.") UUID id,
            @Doc(value = "Some.", max = 9) List<UUID> ids,
            @Doc(value = "Weights.", max = 9, itemMax = 9) Map<UUID, Integer> weights,
            @Doc("Cleared by null.") Change<UUID> changed,
            @Doc("When.") Instant at,
            @Doc(value = "Text.", max = 99) String text,

            @Doc(value = "Way.", max = 9, byDefault = "\"any\"") @Nullable
            String way,

            @Doc(value = "Size.", byDefault = "20") @Nullable
            Integer size) {}

    record Filter(
            @Doc(value = "Search.", max = 9) @Nullable String search,

            @Doc(value = "Values.", max = 9, itemMax = 9) @Nullable
            JsonObject custom) {}

    @Test
    void leavesOutNullsAndFalseControls() {
        assertEquals(
                quoted("{'limit':null,'filter':{'custom':{'a':null}},'filters':[{},{'search':'x'}],'confirm':true}"),
                Meant.by(
                        Input.class,
                        quoted(
                                "{'limit':null,'search':null,'dryRun':false,'confirm':true,'expectedCount':null,"
                                        + "'filter':{'search':null,'custom':{'a':null}},'filters':[{'search':null},{'search':'x'}]}")));
    }

    @Test
    void isTheSameForEachSpelling() {
        String small = "0a000001-0000-4000-8000-00000000000f";
        JsonObject plain = quoted(
                "{'id':'%1$s','ids':['%1$s'],'weights':{'%1$s':2},'changed':'%1$s','at':'2026-11-26T08:00:00Z','text':'%2$s'}"
                        .formatted(small, small.toUpperCase(Locale.ROOT)));
        assertEquals(plain, Meant.by(Ids.class, plain));
        assertEquals(
                plain,
                Meant.by(
                        Ids.class,
                        quoted(
                                "{'id':'%1$s','ids':['%1$s'],'weights':{'%1$s':2},'changed':'%1$s','at':'2026-11-26T09:00:00.000+01:00','text':'%1$s','way':'any','size':20.0}"
                                        .formatted(small.toUpperCase(Locale.ROOT)))));
        JsonObject other = quoted("{'way':'all','size':21,'at':'soon'}");
        assertEquals(other, Meant.by(Ids.class, other));
    }
}
