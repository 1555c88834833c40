/**
 * Script executions as they are stored, for the tools that record them and for those that make qualifications of what they
 * have captured.
 */
@NullMarked
package org.crmagent.store.execution;

import org.jspecify.annotations.NullMarked;
