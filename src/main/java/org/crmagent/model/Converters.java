package org.crmagent.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of entities are kept, the same with every provider. */
public final class Converters {

    private Converters() {}

    /** timestamptz. */
    @Converter
    public static class Moment implements AttributeConverter<Instant, OffsetDateTime> {
        @Override
        public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant value) {
            return value == null ? null : value.atOffset(ZoneOffset.UTC);
        }

        @Override
        public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime value) {
            return value == null ? null : value.toInstant();
        }
    }

    /** Lower snake_case text of an enumeration. Subclasses name the interface again: providers look for its arguments there. */
    abstract static class Words<E extends Enum<E>> implements AttributeConverter<E, String> {
        private final Class<E> type;

        Words(Class<E> type) {
            this.type = type;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable E value) {
            return value == null ? null : value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable E convertToEntityAttribute(@Nullable String value) {
            return value == null ? null : Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        }
    }

    /** Of {@link CampaignStatus}. */
    @Converter
    public static class CampaignStatusWords extends Words<CampaignStatus>
            implements AttributeConverter<CampaignStatus, String> {
        public CampaignStatusWords() {
            super(CampaignStatus.class);
        }
    }

    /** Of {@link Audience}. */
    @Converter
    public static class AudienceWords extends Words<Audience> implements AttributeConverter<Audience, String> {
        public AudienceWords() {
            super(Audience.class);
        }
    }

    /** Of {@link LegalBasis}. */
    @Converter
    public static class LegalBasisWords extends Words<LegalBasis> implements AttributeConverter<LegalBasis, String> {
        public LegalBasisWords() {
            super(LegalBasis.class);
        }
    }

    /** Of {@link TemplateStatus}. */
    @Converter
    public static class TemplateStatusWords extends Words<TemplateStatus>
            implements AttributeConverter<TemplateStatus, String> {
        public TemplateStatusWords() {
            super(TemplateStatus.class);
        }
    }
}
