package org.crmagent.tools.qualifications;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.Row;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** Figures of all qualifications that match. */
public record QualificationSummary(
        @Doc(value = "How many in each status.", max = 3) Map<QualificationStatus, Long> byStatus,

        @Doc("Average of those with a score, to two decimals; null without any.") @Nullable
        BigDecimal averageScore) {

    /** What one status adds. */
    record Part(
            QualificationStatus status,
            long count,
            long scored,
            @Nullable BigDecimal points) {
        static Part of(Row row) {
            return new Part(
                    row.constant("status", QualificationStatus.class),
                    row.number("qualifications"),
                    row.number("scored"),
                    row.decimalOrNull("points"));
        }
    }

    static QualificationSummary of(Iterable<Part> parts) {
        Map<QualificationStatus, Long> byStatus = new EnumMap<>(QualificationStatus.class);
        for (QualificationStatus status : QualificationStatus.values()) {
            byStatus.put(status, 0L);
        }
        BigDecimal points = BigDecimal.ZERO;
        long scored = 0;
        for (Part part : parts) {
            byStatus.put(part.status, part.count);
            scored += part.scored;
            points = part.points == null ? points : points.add(part.points);
        }
        return new QualificationSummary(
                byStatus, scored == 0 ? null : points.divide(BigDecimal.valueOf(scored), 2, RoundingMode.HALF_UP));
    }

    /** The start of a sentence. */
    String told() {
        return Counted.of(total(), "qualification matches", "qualifications match") + ": "
                + Counted.number(in(QualificationStatus.QUALIFIED)) + " qualified, "
                + Counted.number(in(QualificationStatus.DISQUALIFIED)) + " disqualified, "
                + Counted.of(in(QualificationStatus.DRAFT), "draft")
                + (averageScore == null ? "" : ", average score " + averageScore.toPlainString());
    }

    private long in(QualificationStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
}
