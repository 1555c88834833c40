package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many contacts each agent gets, and in which turn: the n-th contact goes to the holder of the n-th turn, where an
 * agent's j-th turn (from 1) comes at {@code start + j * step}, and of equal ones the agent named first comes first. Numbers
 * only; the contacts stay in the database.
 */
record Deal(Strategy strategy, List<Hand> hands) {

    /**
     * What one agent gets.
     *
     * @param kept open contacts that the agent has besides
     */
    record Hand(UUID agentId, long kept, long quota) {}

    /** Yields {@code agent_id} and {@code n}; its parameters are {@link #parameters}. */
    static final String TURNS = """
            select agent_id, row_number() over (order by start + j * step, place) as n
            from unnest(:agentIds::uuid[], :starts::float8[], :steps::float8[], :quotas::bigint[])
                   with ordinality as agent (agent_id, start, step, quota, place)
            cross join lateral generate_series(1, quota) as j""";

    /**
     * Deals.
     *
     * @param agents in their order
     * @param loads open contacts that each agent keeps, whatever the call does
     * @param among with the agents' weights, 1 where one has none, and how many an agent may get
     * @param contacts how many there are; what exceeds what all agents may get is dealt to nobody
     */
    static Deal of(Strategy strategy, List<UUID> agents, Map<UUID, Long> loads, AmongAgents among, long contacts) {
        Map<UUID, Integer> weights = among.weights();
        Integer most = among.maxPerAgent();
        long cap = most == null ? contacts : Math.min(most, contacts);
        long[] kept = agents.stream()
                .mapToLong(agent -> loads.getOrDefault(agent, 0L))
                .toArray();
        long[] weighed = agents.stream()
                .mapToLong(agent -> weights == null ? 1 : weights.getOrDefault(agent, 1))
                .toArray();
        long[] quotas = Quotas.of(strategy, kept, weighed, cap, Math.min(contacts, cap * agents.size()));
        List<Hand> hands = new ArrayList<>();
        for (int i = 0; i < quotas.length; i++) {
            hands.add(new Hand(agents.get(i), kept[i], quotas[i]));
        }
        return new Deal(strategy, hands);
    }

    /** The deal that was told as these shares. */
    static Deal of(Strategy strategy, List<AgentShare> shares) {
        return new Deal(
                strategy,
                shares.stream()
                        .map(each -> new Hand(each.agentId(), each.after() - each.assigned(), each.assigned()))
                        .toList());
    }

    /** How many contacts are dealt at all. */
    long dealt() {
        return hands.stream().mapToLong(Hand::quota).sum();
    }

    /** Hash of who gets how many, in which turn. */
    long fingerprint() {
        long hash = 1;
        for (Hand hand : hands) {
            hash = 31 * hash + hand.agentId().getMostSignificantBits();
            hash = 31 * hash + hand.agentId().getLeastSignificantBits();
            hash = 31 * hash + hand.quota();
        }
        return hash;
    }

    /** Those who get any. */
    List<UUID> agentIds() {
        return hands.stream().filter(hand -> hand.quota > 0).map(Hand::agentId).toList();
    }

    Map<String, Object> parameters() {
        return Map.of(
                "agentIds", hands.stream().map(Hand::agentId).toList(),
                "starts", hands.stream().map(this::start).toList(),
                "steps", hands.stream().map(this::step).toList(),
                "quotas", hands.stream().map(Hand::quota).toList());
    }

    private double start(Hand hand) {
        return switch (strategy) {
            case ROUND_ROBIN -> 0;
            case BALANCED -> hand.kept;
            case WEIGHTED -> -step(hand) / 2;
        };
    }

    /** Weighted turns are spread evenly, so that everyone gets a fair part of the most urgent contacts. */
    private double step(Hand hand) {
        return strategy == Strategy.WEIGHTED ? 1.0 / Math.max(1, hand.quota) : 1;
    }
}
