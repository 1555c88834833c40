package org.crmagent.tools.outbound;

import java.util.List;
import org.crmagent.store.Segment;
import org.crmagent.tool.Spelled;

/** In which order contacts are listed. */
public enum ContactOrder implements Spelled {
    NAME("name", false),
    ADDED("-addedAt", false),
    PRIORITY("-priority", true),
    NEXT_FOLLOW_UP("nextFollowUp", true),
    LAST_CALL("-lastCall", true);

    private static final String BY_LAST_CALL = " desc nulls last";

    private final String spelling;
    private final boolean needsCampaign;

    ContactOrder(String spelling, boolean needsCampaign) {
        this.spelling = spelling;
        this.needsCampaign = needsCampaign;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    /** True when only the contacts of a campaign have what it sorts by. */
    boolean needsCampaign() {
        return needsCampaign;
    }

    /**
     * The order as index ranges.
     *
     * @param hashed whether the campaign's contacts are few among those of the CRM, so that walking all contacts by name is
     *     the dearest part
     */
    List<Segment> segments(ContactScope scope, boolean hashed) {
        return switch (this) {
            case NAME ->
                List.of(new Segment(
                        !scope.inCampaign() ? scope.all() : hashed ? scope.hashed() : scope.allWithContact(),
                        "k.name_key",
                        Segment.Type.TEXT,
                        "k.id",
                        ""));
            case ADDED ->
                List.of(
                        scope.inCampaign()
                                ? new Segment(scope.all(), "m.added_at", Segment.Type.MOMENT, "m.contact_id", " desc")
                                : new Segment(scope.all(), "k.created_at", Segment.Type.MOMENT, "k.id", " desc"));
            case PRIORITY ->
                List.of(new Segment(scope.all(), "m.priority", Segment.Type.NUMBER, "m.contact_id", " desc"));
            case NEXT_FOLLOW_UP ->
                List.of(
                        new Segment(scope.withFollowUp(), "f.due_at", Segment.Type.MOMENT, "f.contact_id", ""),
                        new Segment(scope.withoutFollowUp(), "", Segment.Type.NONE, "m.contact_id", ""));
            case LAST_CALL ->
                List.of(
                        new Segment(
                                scope.all() + "\n  and m.last_call_at is not null",
                                "m.last_call_at",
                                Segment.Type.MOMENT,
                                "m.contact_id",
                                BY_LAST_CALL),
                        new Segment(
                                scope.all() + "\n  and m.last_call_at is null",
                                "m.last_call_at",
                                Segment.Type.NONE,
                                "m.contact_id",
                                BY_LAST_CALL));
        };
    }
}
