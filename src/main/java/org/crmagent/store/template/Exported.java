package org.crmagent.store.template;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.TemplateContent;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.text.Counted;

/**
 * Templates as documents, as many as one answer holds.
 *
 * @param documents in the order asked
 * @param remaining those that did not fit
 */
public record Exported(List<JsonObject> documents, List<UUID> remaining) {
    /** Leaves room for what names the rest. One template always fits. */
    private static final int LARGEST = 86 * 1024;

    /**
     * The templates asked for.
     *
     * @throws Refusal {@code not_found} for each id that names none
     */
    public static <C extends TemplateContent> Exported of(StoredTemplates<C> templates, ExportAsked asked) {
        Map<UUID, C> found = new HashMap<>();
        templates.get(asked.ids()).forEach(each -> found.put(each.id(), each.content()));
        List<UUID> unknown = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        Exported exported = new Exported(new ArrayList<>(), new ArrayList<>());
        int size = 0;
        for (int i = 0; i < asked.ids().size(); i++) {
            UUID id = asked.ids().get(i);
            C content = found.get(id);
            if (content == null) {
                unknown.add(id);
                pointers.add(asked.pointer(i));
                continue;
            }
            JsonObject document = DocumentHead.document(content);
            size += document.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (exported.documents.isEmpty() || size <= LARGEST) {
                exported.documents.add(document);
            } else {
                exported.remaining.add(id);
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.notFound(templates.kind().what(), pointers, unknown);
        }
        return exported;
    }

    /** The answer, leading to the rest where there is one. */
    public <O extends Record> Result<O> result(O output, TemplateKind kind) {
        Result<O> result = Result.of(
                output,
                Counted.of(documents.size(), kind.what() + " was", kind.what() + "s were") + " exported"
                        + (remaining.isEmpty() ? "." : "; " + remaining.size() + " more did not fit."));
        return remaining.isEmpty()
                ? result
                : result.next(NextAction.of(
                        kind.tool("export"),
                        "Exports the templates that did not fit.",
                        Map.of("templateIds", remaining)));
    }
}
