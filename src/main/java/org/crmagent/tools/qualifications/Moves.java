package org.crmagent.tools.qualifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.member.Members;
import org.crmagent.tool.Call;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** Lets a contact follow what a qualification decides of it. */
@ApplicationScoped
class Moves {

    @Inject
    Members members;

    /** A move, if there was one, and what the caller should know. */
    record Moved(@Nullable ContactMove move, List<Warning> warnings) {}

    /**
     * Moves the contact where a decision was made, changed or taken back; else leaves it where it is.
     *
     * @param before null: there was no qualification
     */
    Moved decide(
            UUID campaign, UUID contact, @Nullable QualificationStatus before, QualificationStatus after, Call call) {
        if (before == after || (before == null && after == QualificationStatus.DRAFT)) {
            return new Moved(null, List.of());
        }
        ContactState from = members.lock(campaign, contact).orElse(null);
        if (from == null) {
            return new Moved(
                    null,
                    List.of(new Warning(
                            "contact_not_in_campaign",
                            "The contact is no longer in the campaign, so no state of it has changed.",
                            contact.toString())));
        }
        ContactState to = target(from, before, after);
        if (to == from) {
            return new Moved(null, List.of());
        }
        members.move(campaign, contact, to, call.now());
        return new Moved(
                ContactMove.of(from, to), ContactState.OPEN.contains(to) ? List.of() : pending(campaign, contact));
    }

    /** A decision that is taken back leaves work to do, unless the contact has moved on since. */
    private static ContactState target(
            ContactState from, @Nullable QualificationStatus before, QualificationStatus after) {
        ContactState decided = after.contactState();
        if (decided != null) {
            return decided;
        }
        return before != null && from == before.contactState() ? ContactState.IN_PROGRESS : from;
    }

    private List<Warning> pending(UUID campaign, UUID contact) {
        List<Warning> warnings = new ArrayList<>();
        long pending = members.pendingFollowUps(campaign, contact);
        if (pending > 0) {
            warnings.add(new Warning(
                    "open_follow_ups",
                    Counted.of(pending, "follow-up of the contact is", "follow-ups of the contact are")
                            + " still pending in this campaign, though it has left the open states.",
                    contact.toString()));
        }
        return warnings;
    }
}
