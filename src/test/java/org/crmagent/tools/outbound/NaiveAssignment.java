package org.crmagent.tools.outbound;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Deals contact by contact, in Java. Weighted deals are checked by {@link QuotasTest}; here each weighs the same. */
record NaiveAssignment(
        List<Map<String, Object>> members,
        Map<UUID, Long> loads,
        UUID campaign,
        String strategy,
        List<UUID> agents,
        String state,
        boolean keepExisting,
        Integer cap,
        Integer limit) {

    private static final List<String> OPEN = List.of("to_call", "in_progress", "follow_up");

    static NaiveAssignment random(RandomCrm crm, UUID campaign, Random random) throws SQLException {
        Map<UUID, Long> loads = new HashMap<>();
        for (UUID agent : crm.agents) {
            loads.put(
                    agent,
                    crm.workspace.count(
                            "select count(*) from campaign_contact where organization_id = :org and assigned_agent_id = ?"
                                    + " and state in ('to_call', 'in_progress', 'follow_up')",
                            agent));
        }
        String strategy =
                List.of("round_robin", "balanced", "weighted", "unassign").get(random.nextInt(4));
        boolean deals = !strategy.equals("unassign");
        int first = random.nextInt(3);
        return new NaiveAssignment(
                crm.workspace.rows(
                        "select m.*, k.do_not_call, k.call_consent from campaign_contact m join contact k on k.id = m.contact_id"
                                + " where m.organization_id = :org and m.campaign_id = ?"
                                + " order by m.priority desc, m.added_at, m.contact_id",
                        campaign),
                loads,
                campaign,
                strategy,
                deals ? crm.agents.subList(first, first + 1 + random.nextInt(2)) : List.of(),
                deals && random.nextInt(3) == 0
                        ? null
                        : List.of("to_call", "in_progress", "closed").get(random.nextInt(3)),
                random.nextBoolean(),
                deals && random.nextBoolean() ? Integer.valueOf(1 + random.nextInt(20)) : null,
                random.nextBoolean() ? Integer.valueOf(1 + random.nextInt(30)) : null);
    }

    JsonObjectBuilder input() {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("strategy", strategy)
                .add("keepExisting", keepExisting);
        if (!agents.isEmpty()) {
            input.add(
                    "agentIds",
                    Json.createArrayBuilder(agents.stream().map(UUID::toString).toList()));
        }
        if (state != null) {
            input.add(
                    "filter",
                    Json.createObjectBuilder()
                            .add("states", Json.createArrayBuilder().add(state)));
        }
        if (cap != null) {
            input.add("maxPerAgent", cap);
        }
        return limit == null ? input : input.add("limit", limit);
    }

    /** Each contact's agent now. */
    static Map<UUID, UUID> owners(RandomCrm crm, UUID campaign) throws SQLException {
        Map<UUID, UUID> owners = new TreeMap<>();
        crm.workspace
                .rows(
                        "select contact_id, assigned_agent_id from campaign_contact where organization_id = :org and campaign_id = ?",
                        campaign)
                .forEach(row -> owners.put((UUID) row.get("contact_id"), (UUID) row.get("assigned_agent_id")));
        return owners;
    }

    Map<UUID, UUID> before() {
        Map<UUID, UUID> owners = new TreeMap<>();
        members.forEach(row -> owners.put((UUID) row.get("contact_id"), (UUID) row.get("assigned_agent_id")));
        return owners;
    }

    Map<UUID, UUID> after() {
        Map<UUID, UUID> owners = before();
        List<Map<String, Object>> acted = acted();
        Map<UUID, Long> have = new HashMap<>(loads);
        acted.stream()
                .map(row -> (UUID) row.get("assigned_agent_id"))
                .filter(Objects::nonNull)
                .forEach(owner -> have.merge(owner, -1L, Long::sum));
        Map<UUID, Integer> got = new HashMap<>();
        int turn = 0;
        for (Map<String, Object> row : acted) {
            owners.put((UUID) row.get("contact_id"), agents.isEmpty() ? null : next(turn++, have, got));
        }
        return owners;
    }

    private UUID next(int turn, Map<UUID, Long> have, Map<UUID, Integer> got) {
        UUID next = null;
        if (!strategy.equals("balanced")) {
            next = agents.get(turn % agents.size());
        } else {
            for (UUID agent : agents) {
                boolean full = cap != null && got.getOrDefault(agent, 0) >= cap;
                if (!full && (next == null || have.get(agent) < have.get(next))) {
                    next = agent;
                }
            }
        }
        have.merge(next, 1L, Long::sum);
        got.merge(next, 1, Integer::sum);
        return next;
    }

    Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        Stream.of(
                        "matched",
                        "assigned",
                        "reassigned",
                        "unassigned",
                        "notOpen",
                        "doNotCall",
                        "alreadyAssigned",
                        "notAssigned",
                        "overCapacity",
                        "overLimit")
                .forEach(name -> figures.put(name, 0L));
        matched().forEach(row -> {
            figures.merge("matched", 1L, Long::sum);
            String reason = reason(row);
            if (reason != null) {
                figures.merge(reason, 1L, Long::sum);
            }
        });
        acted().forEach(row -> {
            boolean owned = row.get("assigned_agent_id") != null;
            figures.merge(agents.isEmpty() ? "unassigned" : owned ? "reassigned" : "assigned", 1L, Long::sum);
        });
        long eligible = matched().stream().filter(row -> reason(row) == null).count();
        long fitting = cap == null ? eligible : Math.min(eligible, (long) cap * agents.size());
        figures.put("overCapacity", eligible - fitting);
        figures.put("overLimit", fitting - acted().size());
        return figures;
    }

    private List<Map<String, Object>> matched() {
        List<Map<String, Object>> matched = new ArrayList<>();
        for (Map<String, Object> row : members) {
            boolean openAndUnassigned = OPEN.contains(row.get("state")) && row.get("assigned_agent_id") == null;
            if (state == null ? openAndUnassigned : state.equals(row.get("state"))) {
                matched.add(row);
            }
        }
        return matched;
    }

    private List<Map<String, Object>> acted() {
        long most = Math.min(
                limit == null ? Long.MAX_VALUE : limit, cap == null ? Long.MAX_VALUE : (long) cap * agents.size());
        return matched().stream().filter(row -> reason(row) == null).limit(most).toList();
    }

    private String reason(Map<String, Object> row) {
        boolean owned = row.get("assigned_agent_id") != null;
        if (!OPEN.contains(row.get("state"))) {
            return "notOpen";
        } else if (agents.isEmpty()) {
            return owned ? null : "notAssigned";
        } else if ((Boolean) row.get("do_not_call") || "refused".equals(row.get("call_consent"))) {
            return "doNotCall";
        }
        return owned && keepExisting ? "alreadyAssigned" : null;
    }
}
