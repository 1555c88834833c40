/** Tests that run within the server, with its beans injected: the whole package is added to the deployed WAR. */
@NullMarked
package org.crmagent.inside;

import org.jspecify.annotations.NullMarked;
