/** The development run, and the parts of it that tests use too: database, server, tokens. Never in the WAR. */
@NullMarked
package org.crmagent.run;

import org.jspecify.annotations.NullMarked;
