/** What integration tests stand on: database, server, HTTP client; and tests of the whole product that have no better home. */
@NullMarked
package org.crmagent.it;

import org.jspecify.annotations.NullMarked;
