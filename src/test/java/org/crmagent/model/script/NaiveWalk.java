package org.crmagent.model.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A script as a table of jumps, walked one step at a time: written from the contract's words, without the tree. */
public final class NaiveWalk {
    private static final String END = "";

    private final Map<String, ScriptStep> byId = new HashMap<>();
    private final Map<String, String> next = new HashMap<>();
    private final Map<String, Map<String, String>> jumps = new HashMap<>();
    private final String start;

    /** Of one script. */
    public NaiveWalk(List<ScriptStep> script) {
        start = lay(script, END);
    }

    private String lay(List<ScriptStep> steps, String after) {
        String following = after;
        for (int i = steps.size() - 1; i >= 0; i--) {
            ScriptStep step = steps.get(i);
            byId.put(step.id(), step);
            next.put(step.id(), following);
            Map<String, String> ways = new HashMap<>();
            for (ScriptBranch branch : step.ways()) {
                ways.put(branch.label(), lay(branch.steps(), following));
            }
            jumps.put(step.id(), ways);
            following = step.id();
        }
        return following;
    }

    /** Ids on the way of these answers. */
    public List<String> path(Map<String, String> answers) {
        List<String> path = new ArrayList<>();
        for (String at = start; !at.equals(END); ) {
            path.add(at);
            Map<String, String> ways = jumps.get(at);
            if (!ways.isEmpty() && !answers.containsKey(at)) {
                return path;
            }
            at = ways.getOrDefault(answers.getOrDefault(at, ""), next.get(at));
        }
        return path;
    }

    /** Every way to the end, each as the places where it turned and what it did there. */
    Set<String> ways() {
        Set<String> found = new HashSet<>();
        follow(start, "", found, new TreeSet<>());
        return found;
    }

    /** Ids of all steps that some way comes by. */
    Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        follow(start, "", new HashSet<>(), reached);
        return reached;
    }

    /** Whether some way goes on from this step to a required one. */
    boolean leadsToRequired(String id) {
        Set<String> after = new TreeSet<>(jumps.get(id).values());
        after.add(next.get(id));
        after.remove(END);
        return after.stream().anyMatch(at -> Boolean.TRUE.equals(byId.get(at).required()) || leadsToRequired(at));
    }

    private void follow(String at, String turns, Set<String> found, Set<String> reached) {
        if (at.equals(END)) {
            found.add(turns);
            return;
        }
        reached.add(at);
        Map<String, String> ways = jumps.get(at);
        if (ways.isEmpty()) {
            follow(next.get(at), turns, found, reached);
            return;
        }
        for (String answer : byId.get(at).answers()) {
            String taken = ways.containsKey(answer) ? answer : "other";
            follow(ways.getOrDefault(answer, next.get(at)), turns + at + "=" + taken + " ", found, reached);
        }
    }
}
