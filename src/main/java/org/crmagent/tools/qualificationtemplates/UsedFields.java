package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Sql;
import org.crmagent.store.template.Changed;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;

/** Fields that stored qualifications have values of. */
@ApplicationScoped
class UsedFields {
    private static final int MOST_NAMED = 10;

    private static final String USES = """
            select q.qualification_template_id as template, value.key, count(*) as qualifications
            from qualification q
            cross join lateral jsonb_each(q.values) as value (key, content)
            where q.organization_id = :organizationId and q.qualification_template_id = any (:ids::uuid[])
              and value.key = any (:keys::text[]) and jsonb_typeof(value.content) <> 'null'
            group by q.qualification_template_id, value.key
            """;

    @Inject
    Sql sql;

    @Inject
    OrphanedValues orphans;

    /**
     * Finds fields whose type does not fit the values that they have or would take over, and warns of values that no field would show.
     *
     * @param violations takes these fields, which is {@code invalid_state}
     */
    List<Warning> check(List<Changed<FormContent>> forms, Violations violations) {
        Map<FieldOfForm, Long> uses = uses(forms);
        forms.forEach(form -> retyped(form, uses, violations));
        orphans.check(forms, violations);
        return forms.stream()
                .flatMap(form -> orphaned(
                        form.before().id(),
                        touched(form)
                                .map(QualificationField::key)
                                .filter(key -> uses.containsKey(
                                        new FieldOfForm(form.before().id(), key)))
                                .toList()))
                .toList();
    }

    /** The fields, as they are stored, that have another type or are gone. */
    private static Stream<QualificationField> touched(Changed<FormContent> form) {
        Map<String, QualificationField> now =
                FormDifference.byKey(form.content().fields());
        return form.before().content().fields().stream()
                .filter(field ->
                        !now.containsKey(field.key()) || now.get(field.key()).type() != field.type());
    }

    private Map<FieldOfForm, Long> uses(List<Changed<FormContent>> forms) {
        Map<FieldOfForm, Long> uses = new HashMap<>();
        List<Changed<FormContent>> changing = forms.stream()
                .filter(form -> touched(form).findAny().isPresent())
                .toList();
        if (!changing.isEmpty()) {
            sql.of(USES)
                    .set(
                            "ids",
                            changing.stream().map(form -> form.before().id()).toList())
                    .set(
                            "keys",
                            changing.stream()
                                    .flatMap(UsedFields::touched)
                                    .map(QualificationField::key)
                                    .distinct()
                                    .toList())
                    .each(row -> uses.put(
                            new FieldOfForm(row.uuid("template"), row.text("key")), row.number("qualifications")));
        }
        return uses;
    }

    private static void retyped(Changed<FormContent> form, Map<FieldOfForm, Long> uses, Violations violations) {
        Map<String, QualificationField> old = FormDifference.byKey(touched(form).toList());
        List<QualificationField> fields = form.content().fields();
        for (int i = 0; i < fields.size(); i++) {
            QualificationField stored = old.get(fields.get(i).key());
            Long count = stored == null
                    ? null
                    : uses.get(new FieldOfForm(form.before().id(), stored.key()));
            if (stored != null && count != null) {
                violations.add(
                        form.pointer() + "/fields/" + i + "/type",
                        "field_in_use",
                        Counted.of(count, "qualification has", "qualifications have")
                                + " a value of this field: keep its type, or add a field with a new key",
                        LifeCycle.word(stored.type()));
            }
        }
    }

    private static Stream<Warning> orphaned(UUID template, List<String> keys) {
        if (keys.isEmpty()) {
            return Stream.of();
        }
        String named = keys.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return Stream.of(new Warning(
                "values_orphaned",
                "Stored qualifications keep values of " + Counted.of(keys.size(), "removed field")
                        + ", which the form no longer shows: " + named
                        + (keys.size() > MOST_NAMED ? " and others." : "."),
                template.toString()));
    }
}
