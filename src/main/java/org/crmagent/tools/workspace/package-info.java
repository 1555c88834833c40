/** Finding the organization to work in: the one family whose tools run before an organization is chosen. */
@NullMarked
package org.crmagent.tools.workspace;

import org.jspecify.annotations.NullMarked;
