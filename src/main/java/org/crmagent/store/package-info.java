/**
 * The only place that touches connections, SQL plumbing and the entity manager.
 *
 * <p>It binds the organization itself: a tool's SQL names {@code :organizationId} and never sees where the value comes
 * from; SQL on tenant data that does not name it is refused. Behind that stand the views of the schema {@code app},
 * which show nothing of another organization. SQL of one tool stays in the tool; what two families share may live here.
 */
@NullMarked
package org.crmagent.store;

import org.jspecify.annotations.NullMarked;
