/**
 * Qualifications and their forms as they are stored, for the tools that qualify contacts and for those that make drafts of
 * what a script execution has captured.
 */
@NullMarked
package org.crmagent.store.qualification;

import org.jspecify.annotations.NullMarked;
