/** Tests of the tools of outbound operations. */
@NullMarked
package org.crmagent.tools.outbound;

import org.jspecify.annotations.NullMarked;
