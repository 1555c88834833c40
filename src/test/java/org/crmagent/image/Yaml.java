package org.crmagent.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A part of a YAML file, found by a path of names. */
record Yaml(@Nullable Object node) {

    /** The documents of a file; a name given twice is an error. */
    static List<Yaml> documents(Path file) {
        try {
            List<Yaml> documents = new ArrayList<>();
            for (Object document : new Load(LoadSettings.builder()
                            .setLabel(file.toString())
                            .setAllowDuplicateKeys(false)
                            .build())
                    .loadAllFromString(Files.readString(file))) {
                documents.add(new Yaml(document));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at a path such as {@code spec.template}; nothing where one of the names is missing. */
    Yaml at(String path) {
        Yaml found = this;
        for (String name : path.split("\\.", -1)) {
            found = new Yaml(found.members().get(name));
        }
        return found;
    }

    /** Its members, with those that {@code <<} brings in; none where it is no mapping. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> own) {
            members.putAll(new Yaml(own.get("<<")).members());
            own.forEach((name, value) -> members.put(name.toString(), value));
            members.remove("<<");
        }
        return members;
    }

    /** Its elements; none where it is no sequence. */
    Stream<Yaml> elements() {
        return node instanceof List<?> elements ? elements.stream().map(Yaml::new) : Stream.empty();
    }

    /** The element of that name. */
    Yaml named(String name) {
        return elements()
                .filter(element -> element.at("name").text().equals(name))
                .findFirst()
                .orElse(new Yaml(null));
    }

    /** A scalar as text, {@code null} where there is none. */
    String text() {
        return String.valueOf(node);
    }

    int number() {
        return Integer.parseInt(text());
    }
}
