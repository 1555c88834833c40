/**
 * From records to JSON Schema and between records and JSON: what a tool's types say is published here, enforced here and
 * bound here, so that the three can't differ.
 *
 * <p>Only code that knows JSON and the reflection of records may live here: nothing of HTTP, SQL or a particular tool.
 * It depends on the port ({@code tool}), on Jakarta JSON Processing and on the schema validator, whose types never leave
 * the package.
 */
@NullMarked
package org.crmagent.schema;

import org.jspecify.annotations.NullMarked;
