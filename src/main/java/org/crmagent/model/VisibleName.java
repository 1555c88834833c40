package org.crmagent.model;

import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Names that people can read, and tell apart in one line. */
public final class VisibleName {
    private VisibleName() {}

    /**
     * A name holds something visible and no line break.
     *
     * @param name null: none was given
     * @param pointer where it stands, relative to the input
     */
    public static void check(@Nullable String name, String pointer, Violations violations) {
        if (name == null) {
            return;
        }
        if (!isVisible(name)) {
            violations.add(pointer, "blank", "the name must hold a letter, a digit or a sign");
        } else if (name.strip().codePoints().anyMatch(Character::isISOControl)) {
            violations.add(pointer, "control_character", "the name must not hold control characters or line breaks");
        }
    }

    /** True when a reader sees something of it. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(VisibleName::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.UNASSIGNED;
    }
}
