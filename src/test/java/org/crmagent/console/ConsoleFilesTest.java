package org.crmagent.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console is small, is sent as it lies here, and can't do what its Content-Security-Policy forbids. */
class ConsoleFilesTest {
    private static final int LARGEST = 100 * 1024;

    /** Ways to turn text into markup or code, to keep what is told, and to write styles where the policy takes none. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\\.write|\\beval\\(|new Function"
                    + "|localStorage|sessionStorage|indexedDB|document\\.cookie|serviceWorker|style=|javascript:");

    private static final Pattern ADDRESS = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");

    @Test
    void isAtMostHundredKilobytes() throws IOException {
        long size = 0;
        for (Path file : ConsoleFiles.all()) {
            size += Files.size(file);
        }
        assertTrue(size <= LARGEST, "the console has " + size + " bytes");
        assertTrue(size > LARGEST / 2, "the console has only " + size + " bytes: are its files elsewhere?");
    }

    @Test
    void libraryIsTheOneThatIsTold() throws IOException, NoSuchAlgorithmException {
        String checksum = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ConsoleFiles.LIBRARY)));
        String notice = Files.readString(Path.of("THIRD-PARTY.md"));
        assertTrue(notice.contains(checksum), checksum);
    }

    @Test
    void pageHoldsNoCode() throws IOException {
        String page = Files.readString(ConsoleFiles.ROOT.resolve("index.html"));
        assertFalse(page.matches("(?s).*<script(?![^>]*\\ssrc=).*"), "inline script");
        assertFalse(page.matches("(?s).*<style.*"), "inline style");
        assertFalse(page.matches("(?s).*\\son[a-z]+=.*"), "inline handler");
    }

    @Test
    void modulesNeitherMakeMarkupNorKeepAnything() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : ConsoleFiles.ours()) {
            String text = Files.readString(file);
            List<String> forbidden =
                    FORBIDDEN.matcher(text).results().map(MatchResult::group).toList();
            if (!forbidden.isEmpty() || ADDRESS.matcher(text).find()) {
                found.put(file.toString(), forbidden);
            }
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void filesAreShort() throws IOException {
        for (Path file : ConsoleFiles.ours()) {
            assertTrue(Files.readAllLines(file).size() <= 300, file.toString());
        }
    }
}
