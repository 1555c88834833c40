/** What runs the product in containers: that the files agree with each other, with the scripts and with the documentation. */
@NullMarked
package org.crmagent.image;

import org.jspecify.annotations.NullMarked;
