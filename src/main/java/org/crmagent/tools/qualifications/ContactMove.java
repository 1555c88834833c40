package org.crmagent.tools.qualifications;

import org.crmagent.model.ContactState;
import org.crmagent.model.LifeCycle;
import org.crmagent.tool.Doc;

/** How the decision moved the contact in its campaign. */
public record ContactMove(
        @Doc(value = "State before.", max = 20) String from,
        @Doc(value = "State now.", max = 20) String to) {

    static ContactMove of(ContactState from, ContactState to) {
        return new ContactMove(LifeCycle.word(from), LifeCycle.word(to));
    }
}
