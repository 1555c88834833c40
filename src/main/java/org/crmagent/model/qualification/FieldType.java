package org.crmagent.model.qualification;

/** What the value of a qualification field is. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    EMAIL,
    PHONE,
    SELECT,
    MULTI_SELECT;

    /** True where the value is of the field's options. */
    public boolean hasOptions() {
        return this == SELECT || this == MULTI_SELECT;
    }
}
