package org.crmagent.mcp;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Which revision of the protocol a message speaks, and whether its headers say what it says. */
enum Revision {
    /** 2026-07-28: each request tells its version and its client's capabilities. */
    MODERN,
    /** 2025-11-25 and 2025-06-18: the version was agreed on in {@code initialize}, and only a header tells it. */
    LEGACY;

    static final String LATEST = "2026-07-28";

    /** Newest first. What this server has of them is the same in both. */
    static final List<String> WITH_HANDSHAKE = List.of("2025-11-25", "2025-06-18");

    static final String INITIALIZE = "initialize";

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String VERSION = PREFIX + "protocolVersion";
    private static final String CAPABILITIES = PREFIX + "clientCapabilities";

    /** Methods whose {@code params.name} the header {@code Mcp-Name} repeats. */
    private static final Set<String> BY_NAME = Set.of("tools/call", "prompts/get");

    /**
     * The revision of a request.
     *
     * @throws ProtocolError when headers lack or differ from the body, or the version is none that is spoken here
     */
    static Revision of(Message request, Stated stated) {
        String version = stated.version();
        String own = request.meta().get(VERSION) instanceof JsonString text ? text.getString() : null;
        if (version == null && own == null && request.method().equals(INITIALIZE)) {
            return LEGACY;
        }
        if (version == null) {
            throw ProtocolError.headerMismatch("MCP-Protocol-Version lacks: name one of " + supported() + ".");
        }
        if (own != null && !own.equals(version)) {
            throw ProtocolError.headerMismatch(
                    "MCP-Protocol-Version and params._meta[\"" + VERSION + "\"] name different versions.");
        }
        if (WITH_HANDSHAKE.contains(version)) {
            return LEGACY;
        }
        if (!version.equals(LATEST)) {
            throw unsupported(version);
        }
        checkMeta(own, request.meta());
        checkHeaders(request, stated);
        return MODERN;
    }

    /** All versions that are spoken here. */
    static List<String> supported() {
        return List.of(LATEST, WITH_HANDSHAKE.get(0), WITH_HANDSHAKE.get(1));
    }

    private static void checkMeta(@Nullable String version, JsonObject meta) {
        if (version == null) {
            throw lacks(VERSION, "a string");
        }
        if (!(meta.get(CAPABILITIES) instanceof JsonObject)) {
            throw lacks(CAPABILITIES, "an object");
        }
    }

    private static ProtocolError lacks(String member, String type) {
        return new ProtocolError(
                400, ProtocolError.INVALID_PARAMS, "params._meta[\"" + member + "\"] must be " + type + ".", null);
    }

    private static void checkHeaders(Message request, Stated stated) {
        mustEqual("Mcp-Method", stated.method(), "method", request.method());
        if (BY_NAME.contains(request.method())) {
            mustEqual("Mcp-Name", stated.name(), "params.name", request.text("name"));
        } else if (request.method().equals("resources/read")) {
            mustEqual("Mcp-Name", stated.name(), "params.uri", request.text("uri"));
        }
    }

    private static void mustEqual(String header, @Nullable String stated, String member, @Nullable String said) {
        if (stated == null) {
            throw ProtocolError.headerMismatch(header + " lacks: it repeats " + member + ".");
        }
        if (said != null && !stated.equals(said)) {
            throw ProtocolError.headerMismatch(header + " and " + member + " of the body differ.");
        }
    }

    private static ProtocolError unsupported(String version) {
        return new ProtocolError(
                400,
                ProtocolError.UNSUPPORTED_VERSION,
                "Unsupported protocol version: choose one of " + supported() + ".",
                Json.createObjectBuilder()
                        .add("supported", Json.createArrayBuilder(supported()))
                        .add("requested", version)
                        .build());
    }
}
