/** What the road is measured against: one bare endpoint with the same SQL, token check and role, and nothing else. */
@NullMarked
package org.crmagent.bench.bare;

import org.jspecify.annotations.NullMarked;
