package org.crmagent.store.template;

import java.util.List;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.TemplateContent;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Fold;
import org.jspecify.annotations.Nullable;

/** How to import documents. */
public record ImportAsked(
        @Doc(
                value =
                        "Where a template that is not archived has the name: fail refuses all; skip leaves the document out;"
                                + " rename numbers the new one; replace gives the template there the document's content and keeps its"
                                + " status. With fail and replace no two documents may have the same name.",
                byDefault = "\"fail\"")
        @Nullable
        OnConflict onConflict,

        @Doc(value = "Status of what is created.", byDefault = "\"draft\"") @Nullable
        NewTemplateStatus status) {

    /** What to do with a document whose name is taken. */
    public enum OnConflict {
        FAIL,
        SKIP,
        RENAME,
        REPLACE
    }

    OnConflict conflict() {
        return onConflict == null ? OnConflict.FAIL : onConflict;
    }

    /** Refuses documents of one name where they could neither both be made nor both replace. */
    public void check(List<? extends TemplateContent> contents, Violations violations) {
        checkDistinct(
                contents.stream().map(each -> Fold.fold(each.name().strip())).toList(), violations);
    }

    void checkDistinct(List<String> keys, Violations violations) {
        for (int i = 0; i < keys.size(); i++) {
            int first = keys.indexOf(keys.get(i));
            if (first < i && (conflict() == OnConflict.FAIL || conflict() == OnConflict.REPLACE)) {
                violations.add(
                        "/templates/" + i + "/name",
                        "duplicate_in_import",
                        "document " + first + " has this name, too");
            }
        }
    }
}
