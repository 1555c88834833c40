/**
 * What happens when the application starts, and how it tells that it is well.
 *
 * <p>Migrations and health checks live here, nothing that serves a call. Other packages don't use this one.
 */
@NullMarked
package org.crmagent.start;

import org.jspecify.annotations.NullMarked;
