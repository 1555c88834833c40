/** Tests of the tools of qualification templates. */
@NullMarked
package org.crmagent.tools.qualificationtemplates;

import org.jspecify.annotations.NullMarked;
