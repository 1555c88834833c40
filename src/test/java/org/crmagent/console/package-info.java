/** The operator's console: its files as they lie and as they are served, and in a browser. */
@NullMarked
package org.crmagent.console;

import org.jspecify.annotations.NullMarked;
