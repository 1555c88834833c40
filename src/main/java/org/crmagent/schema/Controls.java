package org.crmagent.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ToolSpec;
import org.jspecify.annotations.Nullable;

/**
 * The members of an input that the road handles, so that no tool can forget them; {@link Binder} reads them out of any
 * input. All are null when absent.
 *
 * @param dryRun null: false
 * @param confirm null: false
 * @param previewToken at most 200 characters
 * @param expectedCount 0 or more
 * @param expectedVersion 1 or more
 */
public record Controls(
        @Doc(value = "true: check everything and tell the figures, keep nothing.", byDefault = "false") @Nullable
        Boolean dryRun,

        @Doc(value = "true is needed to apply, after a look at a dry run.", byDefault = "false") @Nullable
        Boolean confirm,

        @Doc(
                value =
                        "From a dry run with the same input, for 30 minutes: applies just that preview, or nothing if the set has changed.",
                max = 200)
        @Nullable
        String previewToken,

        @Doc(value = "Rows you expect to change; with another number nothing is done.", min = 0) @Nullable
        Long expectedCount,

        @Doc(value = "The version you have read; with another one stored nothing is done.", min = 1) @Nullable
        Long expectedVersion) {

    /** The controls of a tool, in the order of the components. */
    static List<Member> of(ToolSpec spec, boolean planned) {
        return Member.of(Controls.class).stream()
                .filter(member -> switch (member.name()) {
                    case "dryRun" -> spec.risk().mutates();
                    case "confirm" -> spec.confirm();
                    case "expectedVersion" -> spec.versioned();
                    default -> planned;
                })
                .toList();
    }

    /** The names that no input may use for its own members. */
    static Set<String> names() {
        return Member.of(Controls.class).stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What a dry run of a planned tool answers besides its output. */
    record Preview(
            @Doc(value = "Only in a dry run: send it with the same input to apply just that.", max = 200)
            Optional<String> previewToken) {}
}
