/** The recorded conversation that every server must answer alike, and nothing else. */
@NullMarked
package org.crmagent.golden;

import org.jspecify.annotations.NullMarked;
