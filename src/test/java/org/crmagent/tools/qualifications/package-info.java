/** Tests of the qualification tools over HTTP. */
package org.crmagent.tools.qualifications;
