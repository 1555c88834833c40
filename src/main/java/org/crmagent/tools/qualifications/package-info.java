/**
 * Qualifications: what was found out about a contact in a campaign, by the fields of a form, with a score and a decision that
 * moves the contact.
 *
 * <p>What values a form takes lies in {@code model.qualification}, the rows in {@code store.qualification}.
 */
@NullMarked
package org.crmagent.tools.qualifications;

import org.jspecify.annotations.NullMarked;
