/** Tools that only tests have: the whole package is added to the deployed WAR. */
@NullMarked
package org.crmagent.probe;

import org.jspecify.annotations.NullMarked;
