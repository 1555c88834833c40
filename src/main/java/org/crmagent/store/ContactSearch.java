package org.crmagent.store;

import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** What may be searched for among contacts. */
public final class ContactSearch {
    /** Over {@code contact k}, with the parameter {@code search}. */
    public static final String CONDITION = "k.search like any (contact_like_patterns(:search::text))";

    private static final int SHORTEST = 3;

    private ContactSearch() {}

    /** Blanks around it are not looked for, so they don't count: fewer than three characters are in nearly every contact. */
    public static void check(String pointer, @Nullable String search, Violations violations) {
        if (search != null && search.strip().codePointCount(0, search.strip().length()) < SHORTEST) {
            violations.add(
                    pointer + "/search",
                    "too_short",
                    "give at least " + SHORTEST + " characters, blanks around them aside");
        }
    }
}
