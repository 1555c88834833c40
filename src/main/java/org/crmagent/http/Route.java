package org.crmagent.http;

import jakarta.ws.rs.core.PathSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a path names, decided before JAX-RS matches, because servers differ in what they make of other methods.
 *
 * @param toolName the tool that is called; null for the catalogue
 * @param methods what the path takes
 */
record Route(@Nullable String toolName, Set<String> methods) {

    /** Null when the path names no operation. */
    static @Nullable Route of(List<PathSegment> path) {
        List<String> names =
                new ArrayList<>(path.stream().map(PathSegment::getPath).toList());
        if (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        if (names.equals(List.of("capabilities"))) {
            return new Route(null, Set.of("GET", "HEAD"));
        }
        return names.size() == 2 && names.get(0).equals("tools") ? new Route(names.get(1), Set.of("POST")) : null;
    }

    /** The {@code Allow} header. */
    String allow() {
        return String.join(", ", methods.stream().sorted().toList());
    }
}
