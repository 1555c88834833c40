package org.crmagent.tools.outbound;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides who is added as one would by hand: contact by contact, in Java. */
record NaiveAddition(
        List<Map<String, Object>> contacts,
        Set<UUID> before,
        Set<UUID> inActive,
        boolean consumer,
        UUID campaign,
        String city,
        String key,
        String order,
        boolean skipActive,
        boolean requirePhone,
        Integer limit) {

    private static final List<String> REASONS = List.of(
            "alreadyInCampaign",
            "doNotCall",
            "consentMissing",
            "withoutPhone",
            "inActiveCampaign",
            "duplicate",
            "overLimit");

    static NaiveAddition random(RandomCrm crm, UUID campaign, Random random) throws SQLException {
        return new NaiveAddition(
                crm.workspace.rows("select * from contact where organization_id = :org"),
                ids(
                        crm,
                        "select contact_id from campaign_contact where organization_id = :org and campaign_id = ?",
                        campaign),
                ids(
                        crm,
                        "select contact_id from campaign_contact m join campaign c on c.id = m.campaign_id"
                                + " where m.organization_id = :org and c.status = 'active' and ? is not null",
                        campaign),
                "consumer"
                        .equals(crm.workspace
                                .rows("select audience from campaign where organization_id = :org and id = ?", campaign)
                                .get(0)
                                .get("audience")),
                campaign,
                random.nextBoolean() ? null : "Lyon",
                List.of("phone", "email", "none").get(random.nextInt(3)),
                List.of("newest", "oldest", "name").get(random.nextInt(3)),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(60)));
    }

    JsonObjectBuilder input() {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add(
                        "filter",
                        city == null
                                ? Json.createObjectBuilder().add("all", true)
                                : Json.createObjectBuilder()
                                        .add("cities", Json.createArrayBuilder().add(city)))
                .add("deduplicateBy", key)
                .add("order", order)
                .add("skipIfInActiveCampaign", skipActive)
                .add("requirePhone", requirePhone);
        return limit == null ? input : input.add("limit", limit);
    }

    Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        Stream.concat(Stream.of("matched", "added"), REASONS.stream()).forEach(name -> figures.put(name, 0L));
        decide().forEach((id, reason) -> {
            figures.merge("matched", 1L, Long::sum);
            figures.merge(reason, 1L, Long::sum);
        });
        return figures;
    }

    Set<UUID> added() {
        Set<UUID> added = new TreeSet<>();
        decide().forEach((id, reason) -> {
            if (reason.equals("added")) {
                added.add(id);
            }
        });
        return added;
    }

    long members() {
        return before.size();
    }

    /** Who is in the campaign now and was not before. */
    static Set<UUID> added(RandomCrm crm, UUID campaign, NaiveAddition oracle) throws SQLException {
        Set<UUID> now = new TreeSet<>(ids(
                crm,
                "select contact_id from campaign_contact where organization_id = :org and campaign_id = ?",
                campaign));
        now.removeAll(oracle.before);
        return now;
    }

    private Map<UUID, String> decide() {
        Map<UUID, String> decided = new TreeMap<>();
        List<Map<String, Object>> eligible = new ArrayList<>();
        for (Map<String, Object> contact : contacts) {
            if (city == null || city.equals(contact.get("city"))) {
                String reason = alone(contact);
                decided.put(id(contact), reason == null ? "added" : reason);
                if (reason == null) {
                    eligible.add(contact);
                }
            }
        }
        Set<Object> taken = new HashSet<>();
        contacts.stream().filter(contact -> before.contains(id(contact))).forEach(contact -> taken.add(value(contact)));
        eligible.sort(Comparator.comparingInt(NaiveAddition::gaps)
                .thenComparing(NaiveAddition::created)
                .thenComparing(contact -> id(contact).toString()));
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Map<String, Object> contact : eligible) {
            Object value = value(contact);
            if (value != null && !taken.add(value)) {
                decided.put(id(contact), "duplicate");
            } else {
                kept.add(contact);
            }
        }
        kept.sort(sorting());
        for (int i = limit == null ? kept.size() : limit; i < kept.size(); i++) {
            decided.put(id(kept.get(i)), "overLimit");
        }
        return decided;
    }

    private Comparator<Map<String, Object>> sorting() {
        Comparator<Map<String, Object>> byId =
                Comparator.comparing(contact -> id(contact).toString());
        return switch (order) {
            case "newest" ->
                Comparator.comparing(NaiveAddition::created).thenComparing(byId).reversed();
            case "oldest" -> Comparator.comparing(NaiveAddition::created).thenComparing(byId);
            default ->
                Comparator.comparing((Map<String, Object> contact) -> (String) contact.get("name_key"))
                        .thenComparing(byId);
        };
    }

    private String alone(Map<String, Object> contact) {
        String consent = (String) contact.get("call_consent");
        if (before.contains(id(contact))) {
            return "alreadyInCampaign";
        } else if ((Boolean) contact.get("do_not_call") || (!consumer && consent.equals("refused"))) {
            return "doNotCall";
        } else if (consumer && !(consent.equals("granted") && recent((Timestamp) contact.get("call_consent_at")))) {
            return "consentMissing";
        } else if (requirePhone && contact.get("phone_e164") == null) {
            return "withoutPhone";
        }
        return skipActive && inActive.contains(id(contact)) ? "inActiveCampaign" : null;
    }

    private static boolean recent(Timestamp consent) {
        return consent != null && consent.toInstant().isAfter(Instant.now().minus(Duration.ofDays(365)));
    }

    private Object value(Map<String, Object> contact) {
        return switch (key) {
            case "phone" -> contact.get("phone_e164");
            case "email" ->
                contact.get("email") == null
                        ? null
                        : ((String) contact.get("email")).strip().toLowerCase(java.util.Locale.ROOT);
            default -> null;
        };
    }

    private static int gaps(Map<String, Object> contact) {
        return (int) Stream.of(
                        "first_name", "last_name", "company", "job_title", "email", "phone_e164", "city", "postal_code")
                .filter(name -> contact.get(name) == null)
                .count();
    }

    private static Timestamp created(Map<String, Object> contact) {
        return (Timestamp) contact.get("created_at");
    }

    private static UUID id(Map<String, Object> contact) {
        return (UUID) contact.get("id");
    }

    private static Set<UUID> ids(RandomCrm crm, String sql, Object... parameters) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        crm.workspace.rows(sql, parameters).forEach(row -> ids.add((UUID) row.get("contact_id")));
        return ids;
    }
}
