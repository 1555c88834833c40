package org.crmagent.tools.qualifications;

import org.crmagent.model.ContactState;
import org.crmagent.tool.Doc;

/** How the decision moved the contact in its campaign. */
public record ContactMove(
        @Doc("State before.") ContactState from,
        @Doc("State now.") ContactState to) {}
