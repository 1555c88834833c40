/** The install guides, followed word by word on unpacked servers. Only with {@code -Pinstall}. */
@NullMarked
package org.crmagent.install;

import org.jspecify.annotations.NullMarked;
