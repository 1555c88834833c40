package org.crmagent.tools.qualifications;

import java.util.List;
import org.crmagent.store.Segment;
import org.crmagent.tool.Spelled;

/** In which order qualifications are listed; without a score they come last. */
public enum QualificationOrder implements Spelled {
    UPDATED("-updatedAt"),
    SCORE("-score");

    private static final String BY_SCORE = " desc nulls last";

    private final String spelling;

    QualificationOrder(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    /** The order as index ranges of {@code from … where …}. */
    List<Segment> segments(String from) {
        return switch (this) {
            case UPDATED -> List.of(new Segment(from, "q.updated_at", Segment.Type.MOMENT, "q.id", " desc"));
            case SCORE ->
                List.of(
                        new Segment(
                                from + "\n  and q.score is not null",
                                "q.score",
                                Segment.Type.DECIMAL,
                                "q.id",
                                BY_SCORE),
                        new Segment(from + "\n  and q.score is null", "q.score", Segment.Type.NONE, "q.id", BY_SCORE));
        };
    }
}
