/**
 * Script executions: what was answered in a call, step by step, and the way it took through the script. An execution keeps
 * the script it started with. How they are stored and read is in {@link org.crmagent.store.execution}, because
 * qualifications are filled from them.
 */
@NullMarked
package org.crmagent.tools.scriptexecutions;

import org.jspecify.annotations.NullMarked;
