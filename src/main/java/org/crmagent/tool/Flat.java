package org.crmagent.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that is a record whose members stand among those of the record that holds it, rather than in an object
 * of their own: criteria that one tool takes nested and another flat are written once. The component itself has no
 * {@link Doc}, is never null, and no two members may get the same name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {}
