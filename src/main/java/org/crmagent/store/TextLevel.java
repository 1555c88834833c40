package org.crmagent.store;

import java.util.Collection;

/** The bytes of JSON that each free text of an answer may take, so that all of them stay within what the answer has left. */
public final class TextLevel {
    private final int each;

    private TextLevel(int each) {
        this.each = each;
    }

    /**
     * The highest level at which the texts fit: short ones stay whole, and leave what they don't need to the long ones.
     *
     * @param bytes what all texts together may take, with their quotes and commas
     */
    public static TextLevel of(int bytes, Collection<String> texts) {
        int[] costs = texts.stream().mapToInt(RowSpace::cost).sorted().toArray();
        int left = bytes;
        for (int i = 0; i < costs.length; i++) {
            int share = left / (costs.length - i);
            if (costs[i] > share) {
                return new TextLevel(Math.max(0, share));
            }
            left -= costs[i];
        }
        return new TextLevel(Integer.MAX_VALUE);
    }

    /** True when texts of so many bytes stay whole. */
    public boolean reaches(int bytes) {
        return bytes <= each;
    }

    /** The text, cut with {@code …} where it is longer. */
    public String cut(String text) {
        return new RowSpace(each).text(text);
    }
}
