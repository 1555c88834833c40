package org.crmagent.tools.qualificationtemplates;

import java.util.UUID;

/** A field where several forms are looked at: two forms may have the same key. */
record FieldOfForm(UUID form, String key) {}
