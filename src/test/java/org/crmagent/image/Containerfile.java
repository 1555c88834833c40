package org.crmagent.image;

import java.util.List;
import java.util.regex.Pattern;

/** The instructions of one server's Containerfile. */
record Containerfile(String server, List<String> instructions) {

    static Containerfile of(String server) {
        String text = Shipped.text(Shipped.DOCKER.resolve(server + "/Containerfile"));
        return new Containerfile(
                server,
                Pattern.compile("\\\\\\R\\s*")
                        .matcher(text)
                        .replaceAll("")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList());
    }

    /** What follows each instruction of that name. */
    List<String> all(String name) {
        return instructions.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .toList();
    }

    /** The copies from the checkout; the second stage takes them as they are from the first. */
    List<String> copied() {
        return all("COPY").stream().filter(copied -> !betweenStages(copied)).toList();
    }

    static boolean betweenStages(String copied) {
        return copied.startsWith("--from=");
    }

    /** What follows the only instruction of that name. */
    String one(String name) {
        List<String> all = all(name);
        if (all.size() != 1) {
            throw new AssertionError(server + " has " + all.size() + " instructions " + name);
        }
        return all.get(0);
    }
}
