/** Two nodes against one database behind HAProxy, all on one machine. Only with {@code -Pcluster}. */
@NullMarked
package org.crmagent.cluster;

import org.jspecify.annotations.NullMarked;
