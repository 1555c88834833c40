package org.crmagent.tool;

/**
 * An enumeration whose words in JSON are not its constants in lower snake_case: names of members ({@code followUps}), sort
 * orders ({@code -updatedAt}).
 */
public interface Spelled {

    /** The word in JSON; each constant has another. */
    String spelling();
}
