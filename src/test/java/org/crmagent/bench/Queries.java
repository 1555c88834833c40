package org.crmagent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmagent.run.Failure;

/** The best SQL known for what tools read, by hand: the blocks of {@code bench/queries.sql}. */
record Queries(String before, List<String> blocks) {
    private static final Pattern TITLE = Pattern.compile("(?m)^--- ");

    static Queries in(Path file) throws IOException {
        List<String> parts = TITLE.splitAsStream(Files.readString(file)).toList();
        return new Queries(parts.get(0), parts.subList(1, parts.size()));
    }

    /** The statements of the blocks whose titles begin so; each title must have one. */
    String of(String... titles) {
        return String.join(";\n", Stream.of(titles).flatMap(this::under).toList());
    }

    private Stream<String> under(String title) {
        List<String> found = blocks.stream()
                .filter(block -> block.startsWith(title))
                .map(block -> block.substring(block.indexOf('\n')).strip())
                .toList();
        if (found.isEmpty()) {
            throw new Failure("bench/queries.sql has no query whose title begins with " + title);
        }
        return found.stream();
    }
}
