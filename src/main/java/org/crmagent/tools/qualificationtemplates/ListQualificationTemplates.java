package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.model.TemplateStatus;
import org.crmagent.store.Criteria;
import org.crmagent.store.PageAsked;
import org.crmagent.store.Row;
import org.crmagent.store.template.TemplateFilter;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.store.template.TemplateListing;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** {@code list_qualification_templates}. */
@ToolSpec(
        title = "List qualification templates",
        description =
                "Lists qualification forms, last changed first, with how many fields each has and how many campaigns use it, without"
                        + " the fields themselves. Use it to find a template's id before showing, attaching or changing it.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "What can be attached.", input = "{\"statuses\": [\"published\"]}"),
            @ToolSpec.Example(description = "Search by name or description.", input = "{\"search\": \"devis\"}"),
            @ToolSpec.Example(
                    description = "The form of a campaign.",
                    input = "{\"usedByCampaignId\": \"c0000001-0000-4000-8000-000000000001\", \"detail\": \"full\"}")
        })
public class ListQualificationTemplates
        implements Tool<ListQualificationTemplates.Input, ListQualificationTemplates.Output> {

    @Inject
    TemplateListing listing;

    /** What is asked. */
    public record Input(
            @Flat TemplateFilter filter,

            @Doc("Only the template of this campaign.") @Nullable
            UUID usedByCampaignId,

            @Flat PageAsked paging) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "The templates of this page.", max = 100)
            List<TemplateRow> templates) {}

    /** One template. */
    public record TemplateRow(
            @Doc("The template.") UUID id,
            @Doc(value = "Name.", max = 120) String name,

            @Doc("Only a published one can be attached.") TemplateStatus status,
            @Doc("Fields of the form.") int fieldCount,

            @Flat TemplateListing.Listed more) {}

    @Override
    public void check(Input input, Violations violations) {
        input.paging().check(violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Criteria criteria =
                TemplateListing.criteria(TemplateKind.QUALIFICATION, input.filter(), input.usedByCampaignId());
        boolean full = input.paging().detail() == Detail.FULL;
        TemplateListing.Found<TemplateRow> found = listing.page(
                TemplateKind.QUALIFICATION,
                criteria,
                input.paging().asPage(),
                "jsonb_array_length(t.fields) as field_count",
                row -> row(row, full));
        return found.result(new Output(found.rows()), TemplateKind.QUALIFICATION, TemplateRow::id)
                .warn(listing.unknown(input.usedByCampaignId()));
    }

    private static TemplateRow row(Row row, boolean full) {
        return new TemplateRow(
                row.uuid("id"),
                row.text("name"),
                row.constant("status", TemplateStatus.class),
                row.integer("field_count"),
                TemplateListing.Listed.of(row, full));
    }
}
