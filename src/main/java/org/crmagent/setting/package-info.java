/**
 * What an operator may set, read through MicroProfile Config and nowhere else.
 *
 * <p>A setting is one constant of {@link org.crmagent.setting.Setting}, with its default and what it takes; {@code
 * docs/reference/configuration.md} lists the same ones. All are read at start, and what can't be meant stops it.
 */
@NullMarked
package org.crmagent.setting;

import org.jspecify.annotations.NullMarked;
