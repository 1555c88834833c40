/** Tests of the door: media types, tokens and limits without I/O; forged tokens and odd requests over HTTP. */
@NullMarked
package org.crmagent.http;

import org.jspecify.annotations.NullMarked;
