package org.crmagent.call;

import java.util.Locale;

/** Where a call came in; the audit log tells it. */
public enum Door {
    /** {@code POST /crm/agent/tools/{toolName}}. */
    HTTP,
    /** {@code POST /crm/mcp}. */
    MCP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
