/** Tests of the script execution tools. */
@NullMarked
package org.crmagent.tools.scriptexecutions;

import org.jspecify.annotations.NullMarked;
