package org.crmagent.store;

/**
 * A part of a list's order that is one range of an index. An order in which some rows have no value to sort by has two: the
 * rows that have one, then the others by id.
 *
 * @param from {@code from … where …} with all conditions, {@code :organizationId} among them
 * @param key the column that it is sorted by; empty where only the id sorts
 * @param type of the column, or {@link Type#NONE} where all rows of the part have the same value or none
 * @param id the column that breaks ties
 * @param direction empty, or as SQL says it after a column
 */
public record Segment(String from, String key, Type type, String id, String direction) {

    /** How a sort value travels in a cursor. */
    public enum Type {
        TEXT,
        MOMENT,
        NUMBER,
        DECIMAL,
        NONE;

        String written(Row row) {
            return switch (this) {
                case TEXT -> row.text("key");
                case MOMENT -> row.instant("key").toString();
                case NUMBER -> Long.toString(row.number("key"));
                case DECIMAL -> row.text("key");
                case NONE -> "";
            };
        }

        Object read(Cursor cursor) {
            return switch (this) {
                case TEXT, NONE -> cursor.key();
                case MOMENT -> cursor.instant();
                case NUMBER -> cursor.number();
                case DECIMAL -> cursor.decimal();
            };
        }
    }

    /** Ids and sort values of some rows, in order; with a cursor, of those after it. */
    String rows(boolean afterCursor) {
        return "select " + id + " as id, " + (keyed() ? key : "null") + " as key\n" + from
                + (afterCursor ? "\n  and " + after() : "") + "\norder by "
                + (key.isEmpty() ? "" : key + direction + ", ") + id + direction + "\nlimit :size offset :offset";
    }

    /** How many rows it has. */
    String count() {
        return "select count(*) as total\n" + from;
    }

    boolean keyed() {
        return type != Type.NONE;
    }

    private String after() {
        String comparison = direction.isEmpty() ? " > " : " < ";
        return keyed() ? "(" + key + ", " + id + ")" + comparison + "(:key, :id)" : id + comparison + ":id";
    }
}
