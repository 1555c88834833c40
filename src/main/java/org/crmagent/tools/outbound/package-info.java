/**
 * Tools of outbound operations: the workspace's state, its agents, its campaigns and the contacts in them.
 *
 * <p>One public class for each tool. What several of these tools share may live here beside them, package-private.
 */
@NullMarked
package org.crmagent.tools.outbound;

import org.jspecify.annotations.NullMarked;
