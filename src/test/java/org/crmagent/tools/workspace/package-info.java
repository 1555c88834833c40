/** Tests of the tools that find the organization. */
@NullMarked
package org.crmagent.tools.workspace;

import org.jspecify.annotations.NullMarked;
