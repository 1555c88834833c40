package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crmagent.tool.ErrorCode;
import org.junit.jupiter.api.Test;

/** The contract file says what the code does. */
class OpenApiTest {
    private final List<String> lines = ContractFile.text().lines().toList();

    @Test
    void listsEveryErrorCode() {
        assertEquals(
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList(), ContractFile.enumeration("ErrorCode"));
    }

    @Test
    void tellsTheStatusOfEveryErrorCode() {
        Pattern row = Pattern.compile("\\s+\\| `(\\w+)` \\| (\\d+) \\| .+\\|");
        Map<String, Integer> told = lines.stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(found -> found.group(1), found -> Integer.valueOf(found.group(2))));
        assertEquals(
                Arrays.stream(ErrorCode.values()).collect(Collectors.toMap(ErrorCode::code, ErrorCode::status)), told);
    }

    @Test
    void describesEveryStatusOfErrors() {
        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(
                    lines.contains("        '" + code.status() + "':")
                            || lines.stream().anyMatch(line -> line.startsWith("        '" + code.status() + "': {")),
                    "No answer with status " + code.status());
        }
    }

    /** Of a snapshot, the release that it becomes. */
    @Test
    void isOfTheRelease() throws IOException {
        Matcher version =
                Pattern.compile("<version>(.+?)(-SNAPSHOT)?</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());
        assertTrue(lines.contains("  version: " + version.group(1)), version.group());
    }

    @Test
    void listsThirtySevenTools() {
        List<String> names = ContractFile.enumeration("ToolName");
        assertEquals(37, names.size());
        assertEquals(37, new HashSet<>(names).size());
    }
}
