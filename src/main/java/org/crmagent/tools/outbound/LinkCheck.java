package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Change;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Whether the templates and agents that a campaign shall be linked to exist, and are in a state for it. */
@ApplicationScoped
class LinkCheck {

    /** Locked, so that none stops being published while it is attached. */
    private static final String TEMPLATES = """
            with script as (
              select id, status from script_template
              where organization_id = :organizationId and id = :script for share),
            qualification as (
              select id, status from qualification_template
              where organization_id = :organizationId and id = :qualification for share)
            select id, status from script union all select id, status from qualification
            """;

    private static final String USERS = """
            select id, full_name, role, status from app_user where organization_id = :organizationId and id = any (:ids::uuid[])
            """;

    @Inject
    Sql sql;

    /** What can't be linked for its state, and the calls that mend it. */
    record Unfit(Violations found, List<NextAction> repairs) {

        /**
         * Refuses where there is anything.
         *
         * @throws Refusal {@code invalid_state}
         */
        void refuse() {
            List<Violation> all = found.found();
            boolean agents = all.stream().allMatch(each -> each.code().equals("agent_not_active"));
            if (!all.isEmpty()) {
                throw new Refusal(
                        ErrorCode.INVALID_STATE,
                        "Nothing was done: " + all.size() + " of the " + (agents ? "agents" : "templates and agents")
                                + " named can't be used in the state they are in: see the violations.",
                        all,
                        repairs);
            }
        }

        private void template(TemplateKind kind, UUID id, String status) {
            found.add(
                    "/" + kind.member(),
                    "template_not_published",
                    "the " + kind.what() + " " + id + " is " + status + ": publish it first");
            repairs.add("draft".equals(status) ? kind.publish(id) : kind.show(id));
        }
    }

    /**
     * Who a user is.
     *
     * @param state the status of an agent, the role of anyone else
     */
    private record User(String fullName, String state) {
        private static final int LONGEST_NAME = 40;

        static User of(Row row) {
            boolean agent = "agent".equals(row.text("role"));
            return new User(
                    Row.cut(row.text("full_name"), LONGEST_NAME), agent ? row.text("status") : row.text("role"));
        }
    }

    /**
     * Refuses with {@code not_found} for every template and agent that does not exist.
     *
     * @return what can't be linked for its state, for {@link Unfit#refuse} once the version was compared: templates must
     *     be published, agents that are not in the campaign yet must be agents and active
     */
    Unfit known(@Nullable UUID script, @Nullable UUID qualification, AgentsAsked agents) {
        Map<UUID, String> templates = new HashMap<>();
        sql.of(TEMPLATES)
                .set("script", script)
                .set("qualification", qualification)
                .list(row -> templates.put(row.uuid("id"), row.text("status")));
        Map<UUID, User> users = new HashMap<>();
        sql.of(USERS)
                .set(
                        "ids",
                        Stream.concat(agents.joining().stream(), agents.leaving().stream())
                                .toList())
                .list(row -> users.put(row.uuid("id"), User.of(row)));
        Violations unknown = new Violations();
        Unfit unfit = new Unfit(new Violations(), new ArrayList<>());
        template(TemplateKind.SCRIPT, script, templates, unknown, unfit);
        template(TemplateKind.QUALIFICATION, qualification, templates, unknown, unfit);
        unknown(agents.pointer(), agents.joining(), users, unknown);
        unknown("/removeAgentIds", agents.leaving(), users, unknown);
        for (int i = 0; i < agents.joining().size(); i++) {
            UUID agent = agents.joining().get(i);
            User user = users.get(agent);
            if (user != null
                    && !"active".equals(user.state)
                    && !agents.present().contains(agent)) {
                unfit.found.add(
                        agents.pointer() + "/" + i,
                        "agent_not_active",
                        "the user " + agent + " (\"" + user.fullName + "\") is " + user.state
                                + ": only active agents can work a campaign");
            }
        }
        unknown.refuse(ErrorCode.NOT_FOUND, sentence(unknown));
        return unfit;
    }

    /** What a change attaches that is not attached yet: a template that is need not be published any more. */
    static @Nullable UUID newOne(Change<UUID> change, @Nullable Reference attached) {
        UUID id = change.value();
        return attached != null && attached.id().equals(id) ? null : id;
    }

    /** One violation says it all; of several, their number. */
    private static String sentence(Violations violations) {
        return "Nothing was done: "
                + (violations.found().size() == 1
                        ? violations.found().get(0).message()
                        : violations.found().size() + " ids name nothing in this organization")
                + ".";
    }

    private static void unknown(String pointer, List<UUID> ids, Map<UUID, User> users, Violations unknown) {
        for (int i = 0; i < ids.size(); i++) {
            if (!users.containsKey(ids.get(i))) {
                unknown.add(pointer + "/" + i, "not_found", "no agent " + ids.get(i) + " exists in this organization");
            }
        }
    }

    private static void template(
            TemplateKind kind, @Nullable UUID id, Map<UUID, String> known, Violations unknown, Unfit unfit) {
        if (id == null) {
            return;
        }
        String status = known.get(id);
        if (status == null) {
            unknown.add(
                    "/" + kind.member(), "not_found", "no " + kind.what() + " " + id + " exists in this organization");
        } else if (!"published".equals(status)) {
            unfit.template(kind, id, status);
        }
    }
}
