package org.crmagent.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DemoData;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.crmagent.tool.ErrorCode;
import org.junit.jupiter.api.Test;

/**
 * Every server answers the recorded conversation byte for byte. {@code -Dcontract.update=true} records it anew, on
 * Payara Micro.
 */
class GoldenIT extends OverHttp {
    private static final Path RECORDED =
            Path.of(System.getProperty("crm.checkout", ""), "src/test/resources/golden/conversation.txt");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]+)\",\"violations\"");

    @Test
    void answersTheRecordedConversation() throws Exception {
        Map<String, String> answers = converse();
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(
                    RECORDED,
                    answers.entrySet().stream()
                            .map(answer -> answer.getKey() + "\n" + answer.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        Map<String, String> recorded = recorded();
        assertEquals(new ArrayList<>(recorded.keySet()), new ArrayList<>(answers.keySet()));
        List<String> differences = recorded.keySet().stream()
                .filter(name -> !recorded.get(name).equals(answers.get(name)))
                .map(name -> name + "\n  recorded " + from(recorded.get(name), answers.get(name)) + "\n  answered "
                        + from(answers.get(name), recorded.get(name)))
                .toList();
        assertTrue(differences.isEmpty(), () -> differences.size() + " differ:\n" + String.join("\n", differences));
    }

    @Test
    void isAboutEveryKindOfError() throws Exception {
        TreeSet<String> met = new TreeSet<>();
        for (String answer : recorded().values()) {
            Matcher code = CODE.matcher(answer);
            if (code.find()) {
                met.add(code.group(1));
            }
        }
        assertEquals(
                Stream.of(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toCollection(TreeSet::new)), met);
    }

    private static Map<String, String> converse() throws Exception {
        Login database = Database.another("golden");
        Map<String, String> answers = new LinkedHashMap<>();
        try (Server node = Surroundings.node("golden", database, Conversation.SETTINGS)) {
            node.awaitReady();
            DemoData.load(database, Conversation.TIME);
            Api api = new Api(node);
            Masked masked = new Masked();
            for (Exchange exchange : new Conversation().exchanges()) {
                String answer = masked.text(exchange.ask().of(api));
                assertEquals(null, answers.put(exchange.name(), answer), () -> "twice: " + exchange.name());
            }
        }
        return answers;
    }

    private static Map<String, String> recorded() throws Exception {
        List<String> lines = Files.readAllLines(RECORDED);
        Map<String, String> recorded = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i += 2) {
            recorded.put(lines.get(i), lines.get(i + 1));
        }
        return recorded;
    }

    /** From a little before the first difference. */
    private static String from(String text, String other) {
        int same = 0;
        while (same < Math.min(text.length(), other.length()) && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        return "… " + text.substring(Math.max(0, same - 60), Math.min(text.length(), same + 120));
    }
}
