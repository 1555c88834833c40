/** Tests of the other door; {@code *IT} over HTTP, as its clients come. */
package org.crmagent.mcp;
