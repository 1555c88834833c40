/** Tests of the tools of script templates. */
@NullMarked
package org.crmagent.tools.scripttemplates;

import org.jspecify.annotations.NullMarked;
