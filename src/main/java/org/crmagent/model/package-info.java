/**
 * What the data is made of: entities, enumerations and value records, in the contract's words.
 *
 * <p>Foreign keys cross families, so all families share these types. Rules that one thing keeps by itself may live here;
 * SQL and what a tool answers may not.
 */
@NullMarked
package org.crmagent.model;

import org.jspecify.annotations.NullMarked;
