package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.ValuesSchema;
import org.crmagent.store.Sql;
import org.crmagent.store.template.Changed;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.crmagent.tool.text.Json;

/**
 * Values that stored qualifications keep of fields that their form has lost. A field that takes such a key again takes them
 * over: without this check, removing a field and adding it anew would change its type after all.
 */
@ApplicationScoped
class OrphanedValues {

    /** Types are named in JSON Schema as in PostgreSQL; what of a field is no type but a pattern or options has to hold too. */
    private static final String MISFITS = """
            select added.template, added.key, count(*) as qualifications
            from jsonb_to_recordset(:added::jsonb) as added (template uuid, key text, schema jsonb)
            join qualification q on q.organization_id = :organizationId and q.qualification_template_id = added.template
            cross join lateral (select q.values -> added.key as value) as kept
            where jsonb_typeof(kept.value) <> 'null'
              and (jsonb_typeof(kept.value) <> (added.schema #>> '{type,0}')
                   or (kept.value #>> '{}') !~ (added.schema ->> 'pattern')
                   or not coalesce(added.schema -> 'enum', added.schema #> '{items,enum}') @> kept.value)
            group by added.template, added.key
            """;

    @Inject
    Sql sql;

    /**
     * Finds fields that are new to their form and would take over values that are none of theirs.
     *
     * @param violations takes them, which is {@code invalid_state}
     */
    void check(List<Changed<FormContent>> forms, Violations violations) {
        Map<FieldOfForm, String> pointers = new LinkedHashMap<>();
        JsonArrayBuilder added = Json.createArrayBuilder();
        for (Changed<FormContent> form : forms) {
            List<QualificationField> fields = form.content().fields();
            Set<String> before =
                    FormDifference.byKey(form.before().content().fields()).keySet();
            JsonObject schemas = ValuesSchema.of(fields, true).getJsonObject("properties");
            for (int i = 0; i < fields.size(); i++) {
                FieldOfForm field =
                        new FieldOfForm(form.before().id(), fields.get(i).key());
                if (!before.contains(field.key())) {
                    pointers.put(field, form.pointer() + "/fields/" + i + "/type");
                    added.add(Json.createObjectBuilder()
                            .add("template", field.form().toString())
                            .add("key", field.key())
                            .add("schema", schemas.get(field.key())));
                }
            }
        }
        if (!pointers.isEmpty()) {
            Map<FieldOfForm, Long> misfits = new HashMap<>();
            sql.of(MISFITS)
                    .set("added", added.build())
                    .each(row -> misfits.put(
                            new FieldOfForm(row.uuid("template"), row.text("key")), row.number("qualifications")));
            pointers.forEach((field, pointer) -> refuse(misfits.getOrDefault(field, 0L), pointer, violations));
        }
    }

    private static void refuse(long qualifications, String pointer, Violations violations) {
        if (qualifications > 0) {
            violations.add(
                    pointer,
                    "field_in_use",
                    Counted.of(qualifications, "qualification keeps", "qualifications keep")
                            + " a value of an earlier field of this key that does not fit this one: choose another key, or"
                            + " define the field as it was");
        }
    }
}
