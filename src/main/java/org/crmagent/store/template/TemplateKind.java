package org.crmagent.store.template;

import java.util.Map;
import java.util.UUID;
import org.crmagent.model.TemplateStatus;
import org.crmagent.tool.NextAction;

/** What a template is, in the words of messages, of SQL and of the tools. */
public enum TemplateKind {
    /** A call script. */
    SCRIPT("script template", "script_template", "scriptTemplateId"),
    /** A qualification form. */
    QUALIFICATION("qualification template", "qualification_template", "qualificationTemplateId");

    private final String what;
    private final String table;
    private final String member;

    TemplateKind(String what, String table, String member) {
        this.what = what;
        this.table = table;
        this.member = member;
    }

    /** As sentences say it. */
    public String what() {
        return what;
    }

    /** The member of inputs that names such a template of a campaign. */
    public String member() {
        return member;
    }

    /**
     * SQL with {@code %1$s} for the table and {@code %2$s} for the campaign's column that refers to it.
     *
     * @param conditions {@code %3$s}
     * @param columns {@code %4$s}
     */
    String sql(String text, String conditions, String columns) {
        return text.formatted(table, table + "_id", conditions, columns);
    }

    /** SQL without conditions and columns of its own. */
    String sql(String text) {
        return sql(text, "", "");
    }

    /** The tool that does this with one, e.g. {@code export}. */
    public String tool(String verb) {
        return verb + "_" + table;
    }

    /** The call that publishes a draft, as a preview. */
    public NextAction publish(UUID id) {
        return NextAction.of(
                tool("update"),
                "Previews publishing the draft, so that campaigns can use it.",
                Map.of("templateId", id, "status", TemplateStatus.PUBLISHED, "dryRun", true));
    }

    /** The call that shows one. */
    public NextAction show(UUID id) {
        return NextAction.of(tool("get"), "Shows the template as it is now.", Map.of("templateId", id));
    }
}
