package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Sql;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;

/** Fields that stored qualifications have values of. */
@ApplicationScoped
class UsedFields {
    private static final int MOST_NAMED = 10;

    private static final String USES = """
            select value.key, count(*) as qualifications
            from qualification q
            cross join lateral jsonb_each(q.values) as value (key, content)
            where q.organization_id = :organizationId and q.qualification_template_id = :id
              and value.key = any (:keys::text[]) and jsonb_typeof(value.content) <> 'null'
            group by value.key
            """;

    @Inject
    Sql sql;

    /**
     * Finds fields whose type would no longer fit their values, and warns of values that no field would show.
     *
     * @param pointer where the form stands in the input; empty for the input itself
     * @param violations takes the fields whose type must stay, which is {@code invalid_state}
     */
    List<Warning> check(
            StoredTemplate<FormContent> before, FormContent content, String pointer, Violations violations) {
        Map<String, QualificationField> now = FormDifference.byKey(content.fields());
        List<QualificationField> touched = before.content().fields().stream()
                .filter(field ->
                        !now.containsKey(field.key()) || now.get(field.key()).type() != field.type())
                .toList();
        if (touched.isEmpty()) {
            return List.of();
        }
        Map<String, Long> uses = uses(before.id(), touched);
        Map<String, QualificationField> old = FormDifference.byKey(touched);
        for (int i = 0; i < content.fields().size(); i++) {
            QualificationField stored = old.get(content.fields().get(i).key());
            if (stored != null && uses.containsKey(stored.key())) {
                violations.add(
                        pointer + "/fields/" + i + "/type",
                        "field_in_use",
                        uses.get(stored.key())
                                + " qualifications have a value of this field: keep its type, or add a field"
                                + " with a new key",
                        LifeCycle.word(stored.type()));
            }
        }
        return orphaned(
                before.id(),
                touched.stream()
                        .map(QualificationField::key)
                        .filter(key -> uses.containsKey(key) && !now.containsKey(key))
                        .toList());
    }

    private Map<String, Long> uses(UUID template, List<QualificationField> fields) {
        Map<String, Long> uses = new HashMap<>();
        sql.of(USES)
                .set("id", template)
                .set("keys", fields.stream().map(QualificationField::key).toList())
                .each(row -> uses.put(row.text("key"), row.number("qualifications")));
        return uses;
    }

    private static List<Warning> orphaned(UUID template, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String named = keys.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return List.of(new Warning(
                "values_orphaned",
                "Stored qualifications keep values of " + keys.size() + " removed fields, which no form shows: " + named
                        + (keys.size() > MOST_NAMED ? " and others." : "."),
                template.toString()));
    }
}
