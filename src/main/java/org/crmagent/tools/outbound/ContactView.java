package org.crmagent.tools.outbound;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CallConsent;
import org.crmagent.model.Detail;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;

/** A contact as lists show it; what is optional comes with detail full, where it has a value. */
public record ContactView(
        @Flat ContactRow row,

        @Doc(value = "Id in the system it came from.", max = 200)
        Optional<String> externalId,

        @Doc(value = "First name.", max = 200) Optional<String> firstName,
        @Doc(value = "Last name.", max = 200) Optional<String> lastName,
        @Doc(value = "Job title.", max = 200) Optional<String> jobTitle,
        @Doc(value = "Phone as it was given.", max = 200) Optional<String> phone,
        @Doc(value = "Postal code.", max = 200) Optional<String> postalCode,
        @Doc(value = "ISO 3166-1 alpha-2.", max = 2) Optional<String> country,
        @Doc(value = "IANA time zone.", max = 200) Optional<String> timezone,
        @Doc(value = "Language.", max = 200) Optional<String> language,
        @Doc(value = "Source.", max = 200) Optional<String> source,

        @Doc(value = "Tags; as many as fit.", max = MOST_TAGS, itemMax = LONGEST_TAG)
        Optional<List<String>> tags,

        @Doc("Custom fields; as many as fit.") Optional<JsonObject> custom,

        @Doc("What the contact said to being called.") Optional<CallConsent> callConsent,
        @Doc("When it was said.") Optional<Instant> callConsentAt,
        @Doc("The import it came by.") Optional<Reference> importFolder,
        @Doc("When made.") Optional<Instant> createdAt,
        @Doc("Last change.") Optional<Instant> updatedAt) {

    private static final int MOST_TAGS = 100;
    private static final int LONGEST_TAG = 200;

    /** Of {@code contact k}. */
    static final String COLUMNS = ContactRow.COLUMNS + """
            , k.external_id, k.first_name, k.last_name, k.job_title, k.phone, k.postal_code, k.country,
            k.timezone as contact_timezone, k.language, k.source, k.tags, k.custom, k.call_consent, k.call_consent_at,
            k.import_folder_id, k.created_at, k.updated_at,
            (select i.name from import_folder i
             where i.organization_id = k.organization_id and i.id = k.import_folder_id) as import_folder_name
            """;

    /** Bytes of JSON of a compact contact without its texts, and of a full one. */
    static int fixedBytes(Detail detail) {
        return detail == Detail.FULL ? 640 : 140;
    }

    /** What is needed most is cut last. */
    static ContactView of(Row row, Detail detail, RowSpace space) {
        return new ContactView(
                ContactRow.of(row, space),
                detail.inFull(() -> space.cell(row, "external_id")),
                detail.inFull(() -> space.cell(row, "first_name")),
                detail.inFull(() -> space.cell(row, "last_name")),
                detail.inFull(() -> space.cell(row, "job_title")),
                detail.inFull(() -> space.cell(row, "phone")),
                detail.inFull(() -> space.cell(row, "postal_code")),
                detail.inFull(() -> row.textOrNull("country")),
                detail.inFull(() -> space.cell(row, "contact_timezone")),
                detail.inFull(() -> space.cell(row, "language")),
                detail.inFull(() -> space.cell(row, "source")),
                detail.inFull(() -> space.texts(tags(row))),
                detail.inFull(() -> space.object(row.json("custom").asJsonObject())),
                detail.inFull(() -> row.constant("call_consent", CallConsent.class)),
                detail.inFull(() -> row.instantOrNull("call_consent_at")),
                detail.inFull(() -> importFolder(row, space)),
                detail.inFull(() -> row.instant("created_at")),
                detail.inFull(() -> row.instant("updated_at")));
    }

    private static List<String> tags(Row row) {
        return row.texts("tags").stream()
                .limit(MOST_TAGS)
                .map(tag -> Row.cut(tag, LONGEST_TAG))
                .toList();
    }

    private static @Nullable Reference importFolder(Row row, RowSpace space) {
        UUID id = row.uuidOrNull("import_folder_id");
        return id == null ? null : new Reference(id, space.text(row.cell("import_folder_name")));
    }
}
