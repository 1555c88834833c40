/**
 * What operators see of calls and other requests: one line of JSON each, counters and histograms, how many are under way;
 * and how a node lets them end when it stops.
 *
 * <p>The road tells of each call once ({@link org.crmagent.operate.EndedCall}), whatever door it came in by. Nothing here
 * knows a call's input, and no name that a caller made up becomes a label.
 */
@NullMarked
package org.crmagent.operate;

import org.jspecify.annotations.NullMarked;
