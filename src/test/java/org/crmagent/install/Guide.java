package org.crmagent.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page whose {@code sh} blocks are typed one after the other, in one shell; a {@code text} block tells what the one before prints. */
record Guide(Path page, List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```$)?", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\b([A-Z_]+)=(\"[^\"]*\"|\\S*)");
    private static final String MARK = "=== block ";
    private static final int MINUTES = 5;

    /** What is typed, and what it prints where the page tells. */
    record Block(String typed, @Nullable String printed) {}

    static Guide of(Path page) throws IOException {
        List<Block> blocks = BLOCK.matcher(Files.readString(page))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
        return new Guide(page, blocks);
    }

    /** Its beginning, so many blocks long. */
    Guide first(int many) {
        return new Guide(page, blocks.subList(0, many));
    }

    /** The same with another word, as a smaller number that makes it shorter. */
    Guide with(String told, String typed) {
        List<Block> other = blocks.stream()
                .map(block -> new Block(block.typed().replace(told, typed), block.printed()))
                .toList();
        assertNotEquals(blocks, other, page + " does not tell " + told);
        return new Guide(page, other);
    }

    /** Follows it in a folder, with these values in place of those of the first block, which must name the same variables. */
    void follow(Path folder, Map<String, String> values) throws Exception {
        StringBuilder script = new StringBuilder("set -eu\n").append(own(values));
        for (int i = 1; i < blocks.size(); i++) {
            script.append("echo '")
                    .append(MARK)
                    .append(i)
                    .append("'\n")
                    .append(blocks.get(i).typed());
        }
        Path file = folder.resolve("guide.sh");
        Path log = folder.resolve("guide.log");
        Files.writeString(file, script);
        ProcessBuilder builder = new ProcessBuilder("sh", file.toString()).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process shell =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!shell.waitFor(MINUTES, TimeUnit.MINUTES)) {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
            throw new AssertionError(page + " takes longer than " + MINUTES + " minutes:\n" + Files.readString(log));
        }
        assertEquals(0, shell.exitValue(), () -> page + ":\n" + text(log));
        printsWhatItTells(Files.readString(log));
    }

    private String own(Map<String, String> values) {
        Set<String> named = new HashSet<>();
        Matcher given = VALUE.matcher(blocks.get(0).typed());
        String own = given.replaceAll(found -> Matcher.quoteReplacement(value(found, values, named)));
        assertEquals(values.keySet(), named, page + " asks for other values");
        return own;
    }

    private static String value(MatchResult found, Map<String, String> values, Set<String> named) {
        named.add(found.group(1));
        return found.group(1) + "='" + values.get(found.group(1)) + "'";
    }

    private void printsWhatItTells(String log) {
        List<String> outputs = new ArrayList<>(List.of(log.split("(?m)^" + MARK + "\\d+\\n", -1)));
        assertEquals(blocks.size(), outputs.size(), log);
        for (int i = 1; i < blocks.size(); i++) {
            String printed = blocks.get(i).printed();
            if (printed != null) {
                // other commands of the block may print more before
                String output = outputs.get(i);
                assertEquals(printed, output.substring(Math.max(0, output.length() - printed.length())), log);
            }
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
