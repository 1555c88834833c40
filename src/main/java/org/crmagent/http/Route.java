package org.crmagent.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.PathSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmagent.call.Door;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a path names, decided before JAX-RS matches, because servers differ in what they make of other methods.
 *
 * @param toolName the tool that is called, as far as path or header tell; null for the catalogue
 * @param methods what the path takes
 */
record Route(Door door, @Nullable String toolName, Set<String> methods) {

    /** The application's path that is the other door. */
    private static final String MCP = "/mcp";

    /** Null when the path names no operation. */
    static @Nullable Route of(HttpServletRequest request, List<PathSegment> path) {
        List<String> names =
                new ArrayList<>(path.stream().map(PathSegment::getPath).toList());
        if (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        if (request.getServletPath().equals(MCP)) {
            return names.isEmpty() ? new Route(Door.MCP, named(request), Set.of("POST")) : null;
        }
        if (names.equals(List.of("capabilities"))) {
            return new Route(Door.HTTP, null, Set.of("GET", "HEAD"));
        }
        return names.size() == 2 && names.get(0).equals("tools")
                ? new Route(Door.HTTP, names.get(1), Set.of("POST"))
                : null;
    }

    /** A message is not read before its sender is admitted; older clients don't name the tool beside it. */
    private static String named(HttpServletRequest request) {
        String name = request.getHeader("Mcp-Name");
        return name == null ? Door.MCP.name().toLowerCase(Locale.ROOT) : name;
    }

    /** The {@code Allow} header. */
    String allow() {
        return String.join(", ", methods.stream().sorted().toList());
    }
}
