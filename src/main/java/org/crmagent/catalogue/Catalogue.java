package org.crmagent.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crmagent.tool.Tool;
import org.crmagent.tool.text.Nearest;

/** All tools, in their fixed order: what finds the organization first, then by name. */
@ApplicationScoped
public class Catalogue {
    private final Map<String, Entry<?, ?>> entries = new LinkedHashMap<>();

    @Inject
    @Any
    Instance<Tool<?, ?>> tools;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        List<Tool<?, ?>> found = new ArrayList<>();
        tools.handles().forEach(handle -> found.add(handle.get()));
        load(found);
    }

    /**
     * Takes the tools in, or none of them.
     *
     * @throws IllegalStateException naming every fault of every tool
     */
    public void load(Collection<? extends Tool<?, ?>> found) {
        List<String> faults = new ArrayList<>();
        List<Entry<?, ?>> loaded = new ArrayList<>();
        for (Tool<?, ?> tool : found) {
            List<String> own = CatalogueCheck.faults(tool.getClass());
            faults.addAll(own);
            if (own.isEmpty()) {
                loaded.add(entry(tool));
            }
        }
        loaded.sort(
                Comparator.<Entry<?, ?>, Boolean>comparing(entry -> entry.spec().organization())
                        .thenComparing(Entry::name));
        faults.addAll(CatalogueCheck.faults(loaded));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The tool catalogue has " + faults.size() + " faults: " + String.join("; ", faults));
        }
        loaded.forEach(entry -> entries.put(entry.name(), entry));
    }

    /** The tool of this name, if it works. */
    public Optional<Entry<?, ?>> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** All tools in their fixed order. */
    public Collection<Entry<?, ?>> entries() {
        return List.copyOf(entries.values());
    }

    /** The three names nearest to one that does not exist, nearest first; those that hold all its words come before. */
    public List<String> nearest(String name) {
        List<String> words = List.of(name.split("_", -1));
        Stream<String> holding = entries.keySet().stream()
                .filter(each -> List.of(each.split("_", -1)).containsAll(words));
        return Stream.concat(holding, Nearest.three(name, entries.keySet()).stream())
                .distinct()
                .limit(3)
                .toList();
    }

    private static <I extends Record, O extends Record> Entry<I, O> entry(Tool<I, O> tool) {
        return Entry.of(ToolTypes.of(tool.getClass()), tool);
    }
}
