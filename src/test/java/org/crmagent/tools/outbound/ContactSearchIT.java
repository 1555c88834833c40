package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed, against a plain look into every column of every contact. */
class ContactSearchIT extends OverHttp {
    private static final String[] COMPANIES = {
        "Café 20 000",
        "20000 Lieues",
        "Salon 10.2024",
        "Garage 0012",
        "Lot 0033",
        "00336 Ltd",
        "Zone 336",
        "A+331 B",
        "Œuvre 1-2-3"
    };
    private static final String[] SEPARATORS = {"", " ", ".", "-", "\u00a0", "/"};

    private final Random random = new Random(31);
    private final List<Contact> contacts = new ArrayList<>();
    private Workspace workspace;

    private record Contact(
            String id,
            String name,
            @Nullable String company,
            String email,
            @Nullable String phone,
            @Nullable String e164) {

        boolean found(String typed) {
            String text = folded(typed.strip());
            return Stream.of(name, company, email, phone)
                            .anyMatch(cell -> cell != null && folded(cell).contains(text))
                    || (typed.matches("[ (]*[+]?[0-9 ./()\u00a0-]+") && called(typed.replaceAll("[^+0-9]", "")));
        }

        private boolean called(String number) {
            Set<String> forms = new TreeSet<>();
            if (phone != null) {
                forms.add(phone.replaceAll("[^+0-9]", ""));
            }
            if (e164 != null) {
                forms.add(e164);
                forms.add(e164.replaceFirst("^[+]33", "0"));
            }
            String international = number.matches("00[0-9]{5,}") ? "+" + number.substring(2) : number;
            return forms.stream().anyMatch(form -> form.contains(number) || form.startsWith(international));
        }
    }

    @BeforeEach
    void fill() throws SQLException {
        workspace = new Workspace(api);
        for (int i = 0; i < 90; i++) {
            Contact contact = contact(i);
            contacts.add(contact);
            workspace.run(
                    "insert into contact (organization_id, id, last_name, company, email, phone, phone_e164) values (:org, ?::uuid, ?, ?, ?, ?, ?)",
                    contact.id,
                    contact.name,
                    contact.company,
                    contact.email,
                    contact.phone,
                    contact.e164);
        }
    }

    private Contact contact(int i) {
        String national = (random.nextBoolean() ? "6" : "1") + "00" + (random.nextInt(9) + 1) + digits(5);
        String country = pick("+33", "+33", "+331", "+1", "+212");
        String phone = switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> country + spaced(national);
            case 2 -> "00" + country.substring(1) + national;
            case 3 -> "Tel. 0" + spaced(national) + " (bureau)";
            default -> "0" + spaced(national);
        };
        return new Contact(
                UUID.randomUUID().toString(),
                "Élise " + digits(4),
                random.nextBoolean() ? null : pick(COMPANIES),
                "c" + i + "." + digits(4) + "@exemple.fr",
                phone,
                random.nextInt(4) == 0 ? null : country + national);
    }

    @Test
    void findsJustWhatASubstringOfAColumnOrOfADialledNumberIs() {
        Set<String> typed = new TreeSet<>(List.of(COMPANIES));
        typed.addAll(List.of(
                "0012",
                "00 12",
                "0000",
                "0033",
                "00336",
                "0033600",
                "00 33 6 00",
                "+33",
                "+331",
                "+33 1",
                "(+33) 6",
                "20 000",
                "10.2024",
                "elise",
                "z336",
                "+06",
                "336",
                "600",
                "6 0 0"));
        while (typed.size() < 160) {
            typed.add(typedFrom(contacts.get(random.nextInt(contacts.size()))));
        }
        int hits = 0;
        for (String text : typed) {
            Set<String> expected = contacts.stream()
                    .filter(contact -> contact.found(text))
                    .map(Contact::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, found(text), () -> "searched for '" + text + "' in " + contacts);
            hits += expected.size();
        }
        assertTrue(hits > 500, "too few hits to tell: " + hits);
    }

    /** Part of a cell, of three letters or digits and more, at times with a number's digits spaced anew. */
    private String typedFrom(Contact contact) {
        for (; ; ) {
            String cell = pick(contact.name, contact.company, contact.email, contact.phone, contact.e164);
            if (cell == null || cell.length() < 4) {
                continue;
            }
            int from = random.nextInt(cell.length() - 3);
            String part = cell.substring(from, from + 3 + random.nextInt(cell.length() - from - 2));
            String respaced =
                    part.matches("[+]?[0-9 ]+") && random.nextBoolean() ? spaced(part.replace(" ", "")) : part;
            if (respaced.replaceAll("[^0-9a-zA-Z]", "").length() >= 3) {
                return respaced;
            }
        }
    }

    private Set<String> found(String typed) {
        Answer answer = workspace.call(
                "list_outbound_contacts",
                Json.createObjectBuilder()
                        .add("search", typed)
                        .add("perPage", 100)
                        .build());
        assertEquals(200, answer.status(), answer::body);
        return answer.output().getJsonArray("contacts").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getJsonObject("contact").getString("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String spaced(String number) {
        String separator = pick(SEPARATORS);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            text.append(i > 0 && random.nextInt(2) == 0 ? separator : "").append(number.charAt(i));
        }
        return text.toString();
    }

    private String digits(int count) {
        return random.ints(count, 0, 4).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.replace("Œ", "OE"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
