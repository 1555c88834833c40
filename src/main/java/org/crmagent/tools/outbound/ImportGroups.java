package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.store.Row;
import org.crmagent.tool.Doc;

/** The samples of an import's duplicates, each with the contact to keep and why. */
@ApplicationScoped
class ImportGroups {

    @Inject
    ImportMatches matches;

    /** Contacts with the same value. */
    public record Group(
            @Doc("What is the same.") MatchKey key,
            @Doc(value = "The value.", max = 200) String value,

            @Doc("How many contacts have it, of the import or not.")
            long size,

            @Doc(value = "The first of them, best to keep first.", max = 10)
            List<ContactRow> contacts,

            @Doc("Which to keep.") UUID keep,
            @Doc(value = "Why that one.", max = 200) String why) {}

    /** The largest, at most so many, with all contacts that hold their value. */
    List<Group> largest(List<UUID> folders, List<MatchKey> keys, int size) {
        List<ImportMatches.Shared> largest = matches.largest(folders, keys, size);
        List<Group> groups = new ArrayList<>();
        Map<MatchKey, List<String>> values = largest.stream()
                .collect(Collectors.groupingBy(
                        ImportMatches.Shared::key,
                        Collectors.mapping(ImportMatches.Shared::value, Collectors.toList())));
        Map<MatchKey, Map<String, List<ImportMatches.Holder>>> holders = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> matches.holders(each.getKey(), each.getValue()).stream()
                                .collect(Collectors.groupingBy(ImportMatches.Holder::value))));
        for (ImportMatches.Shared shared : largest) {
            List<ImportMatches.Holder> held =
                    holders.getOrDefault(shared.key(), Map.of()).getOrDefault(shared.value(), List.of());
            groups.add(new Group(
                    shared.key(),
                    Row.cut(shared.value().replace('\n', ' '), 100),
                    shared.contacts(),
                    held.stream().map(ImportMatches.Holder::contact).toList(),
                    held.get(0).contact().id(),
                    why(held)));
        }
        return groups;
    }

    private static String why(List<ImportMatches.Holder> held) {
        int best = held.get(0).filled();
        int next = held.get(1).filled();
        return best > next
                ? "It is the most complete: " + best + " of 8 columns, the next has " + next + "."
                : "It is the oldest of the most complete ones, which have " + best + " of 8 columns.";
    }
}
