/** The install guides, followed word by word on unpacked servers, and the other how-to pages. Only with {@code -Pinstall}. */
@NullMarked
package org.crmagent.install;

import org.jspecify.annotations.NullMarked;
