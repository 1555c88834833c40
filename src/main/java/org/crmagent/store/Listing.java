package org.crmagent.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of one list, in one order, stand on a page: by number and by cursor in the same order. It finds ids only, out of
 * an index where the criteria allow; whoever asks reads the rows by them.
 *
 * @param segments the parts of the order, one after the other
 * @param parameters of all segments
 * @param name tells the list from any other, as {@link Cursor#write} wants it
 */
public record Listing(Sql sql, List<Segment> segments, Map<String, Object> parameters, String name) {

    /**
     * Some rows of a list.
     *
     * @param ids in order
     * @param nextCursor goes on after the last of them; null where it is the last of all
     */
    public record Slice(List<UUID> ids, @Nullable String nextCursor) {}

    /**
     * The rows asked for.
     *
     * @throws org.crmagent.tool.Refusal {@code validation_failed} when the cursor is another list's
     */
    public Slice slice(PageOrCursor asked) {
        Page page = asked.asPage();
        Cursor after = asked.cursor() == null ? null : Cursor.read(asked.cursor(), name);
        List<Cursor> rows = rows(after, after == null ? page.offset() : 0, page.size() + 1);
        List<Cursor> shown = rows.subList(0, Math.min(page.size(), rows.size()));
        return new Slice(
                shown.stream().map(Cursor::id).toList(),
                rows.size() > shown.size() ? shown.get(shown.size() - 1).write(name) : null);
    }

    private List<Cursor> rows(@Nullable Cursor after, long offset, int most) {
        List<Cursor> rows = new ArrayList<>();
        long skipped = offset;
        Cursor from = after;
        for (int i = after == null ? 0 : after.segment(); i < segments.size() && rows.size() < most; i++) {
            List<Cursor> part = rows(i, from, skipped, most - rows.size());
            rows.addAll(part);
            from = null;
            boolean allSkipped = part.isEmpty() && skipped > 0 && i + 1 < segments.size();
            skipped = allSkipped ? Math.max(0, skipped - count(segments.get(i))) : 0;
        }
        return rows;
    }

    private List<Cursor> rows(int index, @Nullable Cursor after, long skipped, int most) {
        Segment segment = segments.get(index);
        Query query = sql.of(segment.rows(after != null))
                .setAll(parameters)
                .set("size", most)
                .set("offset", skipped)
                .planned();
        if (after != null) {
            query.set("id", after.id()).set("key", segment.type().read(after));
        }
        return query.list(row -> new Cursor(index, segment.type().written(row), row.uuid("id")));
    }

    private long count(Segment segment) {
        return sql.of(segment.count()).setAll(parameters).planned().one(row -> row.number("total"));
    }
}
