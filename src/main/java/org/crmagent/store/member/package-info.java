/** Contacts in campaigns, for the tools that read scripts to them and those that qualify them. */
@NullMarked
package org.crmagent.store.member;

import org.jspecify.annotations.NullMarked;
