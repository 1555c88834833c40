/** Tests of the tools of script templates. */
@NullMarked
package org.crmagent.tools.qualificationtemplates;

import org.jspecify.annotations.NullMarked;
