package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;

/** Fields that stored qualifications have values of. */
@ApplicationScoped
class UsedFields {

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

    /** Refuses a field whose type would no longer fit its values, and warns of values that no field would show. */
    List<Warning> check(UUID template, List<QualificationField> before, List<QualificationField> after) {
        Map<String, QualificationField> now = FormDifference.byKey(after);
        List<QualificationField> touched = before.stream()
                .filter(field ->
                        !now.containsKey(field.key()) || now.get(field.key()).type() != field.type())
                .toList();
        if (touched.isEmpty()) {
            return List.of();
        }
        Map<String, Long> uses = uses(template, touched);
        refuseRetyped(uses, touched, after);
        List<String> orphaned = touched.stream()
                .map(QualificationField::key)
                .filter(uses::containsKey)
                .toList();
        return orphaned.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "values_orphaned",
                        "Stored qualifications keep values of " + orphaned.size()
                                + " removed fields, which no form shows: " + String.join(", ", orphaned) + ".",
                        template.toString()));
    }

    private Map<String, Long> uses(UUID template, List<QualificationField> fields) {
        Map<String, Long> uses = new HashMap<>();
        sql.of(USES)
                .set("id", template)
                .set("keys", fields.stream().map(QualificationField::key).toList())
                .each(row -> uses.put(row.text("key"), row.number("qualifications")));
        return uses;
    }

    private static void refuseRetyped(
            Map<String, Long> uses, List<QualificationField> touched, List<QualificationField> after) {
        Map<String, QualificationField> old = FormDifference.byKey(touched);
        Violations violations = new Violations();
        for (int i = 0; i < after.size(); i++) {
            QualificationField stored = old.get(after.get(i).key());
            if (stored != null && uses.containsKey(stored.key())) {
                violations.add(
                        "/fields/" + i + "/type",
                        "field_in_use",
                        uses.get(stored.key())
                                + " qualifications have a value of this field: keep its type, or add a field"
                                + " with a new key",
                        LifeCycle.word(stored.type()));
            }
        }
        violations.refuse(
                ErrorCode.INVALID_STATE,
                "Nothing was changed: the type of " + violations.found().size()
                        + " fields can't change while stored qualifications use them; add fields with new keys instead.");
    }
}
