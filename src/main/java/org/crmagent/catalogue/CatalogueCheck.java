package org.crmagent.catalogue;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crmagent.schema.Schemas;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;

/** Finds everything that is wrong with tools before one of them is called. */
final class CatalogueCheck {
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LEAST_EXAMPLES = 2;

    private CatalogueCheck() {}

    /** Faults that a class has by itself. */
    static List<String> faults(Class<?> type) {
        ToolTypes<?, ?> types;
        try {
            types = ToolTypes.of(type);
        } catch (IllegalArgumentException fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
        List<String> faults = new ArrayList<>(Schemas.faults(types.input(), true));
        faults.addAll(Schemas.faults(types.output(), false));
        ToolSpec spec = types.spec();
        if (spec.title().isBlank() || spec.description().isBlank()) {
            faults.add(types.name() + " lacks a title or a description");
        }
        if (spec.description().length() > LONGEST_DESCRIPTION) {
            faults.add(types.name() + " has a description of over " + LONGEST_DESCRIPTION + " characters");
        }
        if (spec.examples().length < LEAST_EXAMPLES) {
            faults.add(types.name() + " has fewer than " + LEAST_EXAMPLES + " examples");
        }
        for (ToolSpec.Example example : spec.examples()) {
            try {
                Entry.parsed(example.input());
            } catch (JsonException fault) {
                faults.add(types.name() + " has an example that is no JSON object: " + fault.getMessage());
            }
        }
        return faults;
    }

    /** Faults that need the schemas, or all tools together. */
    static List<String> faults(List<Entry<?, ?>> entries) {
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Entry<?, ?> entry : entries) {
            if (!names.add(entry.name())) {
                faults.add("two tools are called " + entry.name());
            }
            for (JsonObject example : entry.examples()) {
                for (Violation violation : entry.broken(example)) {
                    faults.add(entry.name() + " has an invalid example: " + violation.pointer() + " "
                            + violation.message());
                }
            }
        }
        return faults;
    }
}
