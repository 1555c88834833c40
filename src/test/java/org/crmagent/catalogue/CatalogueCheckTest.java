package org.crmagent.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.junit.jupiter.api.Test;

/** All faults of all tools are told at once, before the first call. */
class CatalogueCheckTest {

    record Input(@Doc(value = "A word.", min = 1, max = 10) String word) {}

    record Bad(String undescribed, @Doc("Without bound.") String unbound) {}

    record Output(@Doc("How long it is.") int length) {}

    @ToolSpec(
            title = "Measure",
            description = "Measures a word.",
            risk = Risk.READ,
            examples = {
                @ToolSpec.Example(description = "One.", input = "{\"word\": \"a\"}"),
                @ToolSpec.Example(description = "Two.", input = "{\"word\": \"ab\"}")
            })
    static class MeasureWord implements Tool<Input, Output> {
        @Override
        public Result<Output> run(Input input, Call call) {
            return Result.of(new Output(input.word().length()), "Measured.");
        }
    }

    @ToolSpec(
            title = "",
            description = "Nothing works.",
            risk = Risk.READ,
            examples = @ToolSpec.Example(description = "One.", input = "[1]"))
    static class BreakAll implements Tool<Bad, Output> {
        @Override
        public Result<Output> run(Bad input, Call call) {
            return Result.of(new Output(0), "Broken.");
        }
    }

    @ToolSpec(
            title = "Measure",
            description = "Measures a word, with examples that don't fit.",
            risk = Risk.READ,
            examples = {
                @ToolSpec.Example(description = "One.", input = "{\"word\": \"\"}"),
                @ToolSpec.Example(description = "Two.", input = "{\"words\": \"ab\"}")
            })
    static class MeasureWordBadly implements Tool<Input, Output> {
        @Override
        public Result<Output> run(Input input, Call call) {
            return Result.of(new Output(input.word().length()), "Measured.");
        }
    }

    @Test
    void takesWhatIsWhole() {
        Catalogue catalogue = new Catalogue();
        catalogue.load(List.of(new MeasureWord()));
        assertTrue(catalogue.find("measure_word").isPresent());
        assertEquals("measure_word", catalogue.nearest("mesure_word").get(0));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Catalogue catalogue = new Catalogue();
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> catalogue.load(
                        List.of(new BreakAll(), new MeasureWordBadly(), new MeasureWord(), new MeasureWord())));
        String message = String.valueOf(refused.getMessage());
        for (String fault : List.of(
                "Bad.undescribed",
                "Bad.unbound",
                "lacks a title",
                "fewer than 2 examples",
                "no JSON object",
                "measure_word_badly has an invalid example: /input/word",
                "/input/words",
                "two tools are called measure_word")) {
            assertTrue(message.contains(fault), () -> fault + " lacks in: " + message);
        }
        assertTrue(catalogue.entries().isEmpty());
    }

    @Test
    void publishesWhatTheContractNames() {
        Catalogue catalogue = new Catalogue();
        catalogue.load(List.of(new MeasureWord()));
        assertEquals(
                List.of(
                        "name",
                        "title",
                        "description",
                        "riskLevel",
                        "requiresOrganizationId",
                        "supportsDryRun",
                        "crmModule",
                        "inputSchema",
                        "outputSchema",
                        "examples"),
                List.copyOf(catalogue.entries().iterator().next().published().keySet()));
    }
}
